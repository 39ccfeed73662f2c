import { Card } from "./card";
import { Columns } from "./columns";
import { Words } from "./words";

interface ReadingProps {
  sections: readonly { heading: string; text: string }[];
}

/** Text to read, part by part. */
export function Reading({ sections }: ReadingProps) {
  return (
    <Columns>
      {sections.map(({ heading, text }) => (
        <Card key={heading} heading={heading}>
          <Words look="body">{text}</Words>
        </Card>
      ))}
    </Columns>
  );
}
