'use strict';
/**
 * Text, or a number, where React Native has no Text around it: it ends an app on phones, though every browser shows it. Told by the types of
 * what stands there (`{count && …}` is 0 where the count is 0) and by what the app's own components do with their children.
 */

/** Packages whose components hold other components. All else is believed to know what to do with a text. */
const CONTAINER_PACKAGES =
  /\/node_modules\/(?:react-native|react-native-safe-area-context|expo-linear-gradient|react-native-gesture-handler)\//;
const TEXT_NAMES = /^(?:Text|TSpan|TextPath|TextInput|Button)$/;

/** @returns the expressions and texts of the file that stand where there may be none */
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
    // React's own type of whatever can be shown says nothing of what is.
    if (parts.some(({ flags }) => flags & ts.TypeFlags.BigIntLike)) return false;
    return parts.some((part) => {
      if (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) return true;
      const item = checker.isArrayType(part) ? checker.getTypeArguments(part)[0] : undefined;
      return item !== undefined && mayBeText(item);
    });
  }

  /** Whether a text may stand directly in the element: the nearest one around that is no fragment says. */
  function isWithinText(element) {
    for (let at = element; at !== undefined && !ts.isFunctionLike(at); at = at.parent) {
      // What is given to a property is shown wherever that is.
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
      // A component within itself: what else it does decides.
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

  /** By where the component puts its children; where it does something else with them, a text is let pass. */
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
