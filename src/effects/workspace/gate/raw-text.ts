import { type Program, Visitor } from 'oxc-parser';

type Element = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]['JSXElement']>>[0];
type Child = Element['children'][number];

/** Components of React Native that hold other components: a text in one of them ends the app on a phone, though no browser minds. */
const CONTAINERS = [
  'View', 'ScrollView', 'SafeAreaView', 'KeyboardAvoidingView', 'Pressable', 'TouchableOpacity', 'TouchableHighlight', 'Modal', 'LinearGradient',
]; // prettier-ignore

/** Where text, or a number that may be 0 (`{items.length && …}`), stands directly in a container: offsets into the source. */
export function rawTexts(program: Program): readonly number[] {
  const found: number[] = [];
  new Visitor({
    JSXElement: ({ openingElement: { name }, children }) => {
      if (name.type !== 'JSXIdentifier' || !CONTAINERS.includes(name.name)) return;
      found.push(...children.filter(isRawText).map(({ start }) => start));
    },
  }).visit(program);
  return found;
}

function isRawText(child: Child): boolean {
  // Spaces with a line end among them are no text in JSX.
  if (child.type === 'JSXText') return child.value.trim() !== '' || !/[\r\n]/.test(child.value);
  if (child.type !== 'JSXExpressionContainer') return false;
  const { expression } = child;
  if (expression.type === 'Literal')
    return typeof expression.value === 'number' || typeof expression.value === 'string';
  if (expression.type === 'TemplateLiteral') return true;
  return expression.type === 'LogicalExpression' && expression.operator === '&&' && isCount(expression.left);
}

function isCount(left: { readonly type: string; readonly property?: unknown }): boolean {
  if (left.type !== 'MemberExpression') return false;
  const { property } = left;
  const isNamed = typeof property === 'object' && property !== null && 'name' in property;
  return isNamed && (property.name === 'length' || property.name === 'size');
}
