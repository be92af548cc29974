import {
  BODY_LENGTH_MAX,
  EXTRAS_LENGTH_MAX,
  ITEMS_MAX,
  JSON_DEPTH_MAX,
  LINE_LENGTH_MAX,
} from '@warta/contracts';
import { allFormats, PAGE_ELEMENTS_MAX, XML_DEPTH_MAX, XML_ELEMENTS_MAX } from '@warta/formats';
import type { FieldSource, Format } from '@warta/formats';

/** A document of the format that can be sent as it stands, from the root of the project. */
const samples: Readonly<Record<string, string>> = {
  atom: 'atom.xml',
  cloudevents: 'cloudevents.json',
  'html-page': 'html-page.html',
  'json-feed': 'json-feed.json',
  'json-ld': 'json-ld.json',
  'newsml-1': 'newsml-1.xml',
  'newsml-g2': 'newsml-g2.xml',
  ninjs: 'ninjs.json',
  nitf: 'nitf.xml',
  rss: 'rss.xml',
  'warta-json': 'warta-json.json',
};

/** docs/formats.md: what may be pushed, and which field becomes what, made from the formats. */
export function formatsPage(): string {
  return [
    '<!-- Generated from libs/formats by `npm run docs`. Do not edit. -->',
    '# Formats',
    '',
    'What `POST /v1/feeds/{feed}/items` takes, and what becomes of each field. Articles alone may go to',
    '`POST /v1/articles` too. A document is recognised by its media type, and by its content where that says too little',
    '(`application/json`, `application/xml`, `text/plain`, `application/octet-stream`, none) or plainly something else.',
    'What is not recognised is answered with 415 and the list of what is taken.',
    '',
    'The command below each table can be run as it stands, from the root of the project, with Warta started and a key made:',
    '',
    '```sh',
    './warta keys create "Trying formats" --feed harian-contoh',
    'export KEY=… # as the first command has shown it',
    '```',
    '',
    'The answer, 202, names for each article what becomes of it (`accepted`, `corrected`, `unchanged`, `withdrawn` or `refused` with the',
    'reason), its address in the search API and a receipt with which `./warta receipt` tells how far it is.',
    '',
    '| format | as answers name it | media types of its own | specification |',
    '|---|---|---|---|',
    ...allFormats.map(formatRow),
    '',
    ...rules,
    ...allFormats.flatMap(sectionOf),
  ].join('\n');
}

const number = (count: number) => count.toLocaleString('en');

const rules = [
  '## For all of them',
  '',
  `- **Many at once.** Feeds and packages hold many articles; whatever is JSON may also come in an array, in lines (\`application/x-ndjson\`, \`application/jsonl\`) or as a sequence (\`application/json-seq\`). At most ${number(ITEMS_MAX)} articles in a document. Each is answered for by itself: one that is refused costs no other.`,
  '- **Identity.** An article is known by its id, else by its URL; neither is ever changed. One with neither is refused, for it could never be corrected. So is an item of a feed that has no id and whose link is no article’s (the front page of its site, the feed’s own page) or is another item’s too: it would overwrite others.',
  '- **Characters.** By byte order mark, else by the charset of Content-Type, else as the document declares, else detected; valid UTF-8 is always UTF-8. JSON must be UTF-8 or say what it is.',
  '- **Text.** HTML becomes text, `bodyHtml` the body: paragraphs apart, links without their addresses, no scripts. Text without tags keeps its lines, and so do paragraphs parted by empty lines where no tag parts any; characters written by name or number are decoded. All text is in NFC. In foreign formats NUL, control characters, marks that turn the writing direction and halves of surrogate pairs are left out or replaced; in Warta’s own JSON NUL and halves of pairs are refused by the field’s name.',
  `- **Lengths.** A body has at most ${number(BODY_LENGTH_MAX)} characters. In foreign formats a byline or section is cut at ${LINE_LENGTH_MAX}, and extras at ${number(EXTRAS_LENGTH_MAX)} characters of JSON: the longest lists are halved, and \`extras.shortened\` names them.`,
  `- **Size.** ${number(XML_ELEMENTS_MAX)} elements of XML, ${XML_DEPTH_MAX} inside one another; an HTML page ${number(PAGE_ELEMENTS_MAX)} elements that are neither menu, script, player nor formatting, unless its JSON-LD has the whole text. More is refused by name.`,
  '- **Dates** in every form feeds write them; without an offset they are in the time zone of the feed. A day with a zone and no time (`2026-11-23-07:00`) begins there.',
  '- **Addresses** that are relative are relative to the document, its base, or the feed’s home page. `&amp;` in an address is `&`.',
  `- **JSON** nested deeper than ${JSON_DEPTH_MAX}, with a name twice in one object, with the names \`__proto__\`, \`constructor\` or \`prototype\`, or with a whole number that a double would change (an id such as 9007199254740993: write it in quotes) is refused, by its pointer; of an array or of lines only the element or line that has it.`,
  '- **XML** with a DOCTYPE is refused, whatever it says. Delete it, from `<!DOCTYPE` to its `>`, and send the rest as it is: names of characters such as `&eacute;` are known without it.',
  '',
  'In the tables, the first source that is there is taken. What stands in `extras` is kept and shown, and not interpreted.',
  '',
];

function formatRow({ name, title, mediaTypes, specification }: Format): string {
  const links = specification
    .split(/,\s+/)
    .map((address, index) => `[${index === 0 ? 'specification' : 'more'}](${address})`);
  const types = mediaTypes.map((type) => `\`${type}\``).join(', ');
  return `| [${title}](#${name}) | \`${name}\` | ${types} | ${links.join(', ')} |`;
}

function sectionOf({ name, title, mediaTypes, fields, advice }: Format): string[] {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`docs/formats.md has no sample of ${name}`);
  return [
    `<a id="${name}"></a>`,
    '',
    `## ${title}`,
    '',
    '| field | from | |',
    '|---|---|---|',
    ...fields.map(fieldRow),
    '',
    ...(advice === undefined ? [] : [advice, '']),
    '```sh',
    'curl -H "Authorization: Bearer $KEY" \\',
    `  -H 'Content-Type: ${mediaTypes[0] ?? 'application/json'}' \\`,
    `  --data-binary @libs/formats/samples/${sample} http://127.0.0.1:8080/v1/feeds/harian-contoh/items`,
    '```',
    '',
  ];
}

function fieldRow({ field, from, note }: FieldSource): string {
  const name = field === '*' ? 'every other' : `\`${field}\``;
  return `| ${name} | ${from.map(cell).join(' · ')} | ${cell(note ?? '')} |`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
