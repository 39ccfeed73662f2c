'use strict';
/**
 * Finds text or numbers outside a Text element of React Native. They crash an app on phones, although browsers show them. Uses
 * the types of the expressions (`{count && …}` is 0 if the count is 0), and what the components of the app do with their
 * children.
 */

/** Packages whose components contain other components. All other components are assumed to handle text. */
const CONTAINER_PACKAGES =
  /\/node_modules\/(?:react-native|react-native-safe-area-context|expo-linear-gradient|react-native-gesture-handler)\//;
const TEXT_NAMES = /^(?:Text|TSpan|TextPath|TextInput|Button)$/;

/** @returns the expressions and texts of the file that are where no text is allowed */
exports.rawTexts = function rawTexts(ts, checker, file, isOfApp) {
  const holders = new Map();
  const found = [];
  const visit = (node) => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const raw = node.children.filter(isText);
      if (raw.length > 0 && !isWithinText(node)) found.push(...raw);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;

  function isText(child) {
    if (ts.isJsxText(child)) return !child.containsOnlyTriviaWhiteSpaces;
    return (
      ts.isJsxExpression(child) &&
      child.expression !== undefined &&
      mayBeText(checker.getTypeAtLocation(child.expression))
    );
  }

  function mayBeText(type) {
    const parts = type.isUnion() ? type.types : [type];
    // ReactNode contains bigint. It accepts anything, so it does not tell whether this is text.
    if (parts.some(({ flags }) => flags & ts.TypeFlags.BigIntLike)) return false;
    return parts.some((part) => {
      if (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) return true;
      const item = checker.isArrayType(part) ? checker.getTypeArguments(part)[0] : undefined;
      return item !== undefined && mayBeText(item);
    });
  }

  /** Whether text is allowed directly inside the element. The nearest enclosing element that is not a fragment decides. */
  function isWithinText(element) {
    for (let at = element; at !== undefined && !ts.isFunctionLike(at); at = at.parent) {
      // An element in a property is shown wherever the component puts it.
      if (ts.isJsxAttribute(at)) return true;
      if (ts.isJsxElement(at) && nameOf(at) !== 'Fragment') return takesText(at);
    }
    return true;
  }

  function takesText(element) {
    const name = nameOf(element);
    const symbol = declared(element.openingElement.tagName);
    if (symbol === undefined) return true;
    if (!holders.has(symbol)) {
      // For a component that contains itself, its other children decide.
      holders.set(symbol, true);
      holders.set(symbol, ofDeclaration(name, symbol));
    }
    return holders.get(symbol);
  }

  function nameOf(element) {
    return element.openingElement.tagName.getText().split('.').at(-1);
  }

  function declared(tagName) {
    const symbol = checker.getSymbolAtLocation(tagName);
    return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function ofDeclaration(name, { declarations = [] }) {
    const [declaration] = declarations;
    if (declaration === undefined) return true;
    const fileName = declaration.getSourceFile().fileName;
    if (!isOfApp(fileName)) return TEXT_NAMES.test(name) || !CONTAINER_PACKAGES.test(fileName);
    return showsChildrenInText(declaration);
  }

  /** Decided by where the component puts its children. If it uses them in any other way, text is allowed. */
  function showsChildrenInText(declaration) {
    const places = [];
    const visit = (node) => {
      if (ts.isJsxExpression(node) && node.expression !== undefined && isChildren(node.expression))
        places.push(node.parent);
      ts.forEachChild(node, visit);
    };
    visit(declaration);
    return places.length === 0 || places.some((place) => !ts.isJsxElement(place) || isWithinText(place));
  }

  function isChildren(expression) {
    return (
      (ts.isIdentifier(expression) && expression.text === 'children') || /^\w+\.children$/.test(expression.getText())
    );
  }
};
