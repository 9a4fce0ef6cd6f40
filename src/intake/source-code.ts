/** Where a call may begin: at the begin of a line, or behind what separates words of a program. */
const BEGIN = String.raw`(?:^|[\s;|&{(!=,])`;

/** Calls that hold a wording without stating it: they look for it, assert it, or would print it. */
const CALLS = [
  String.raw`\w*\.?(?:[cC]ontains|includes|startsWith|endsWith|indexOf|HasPrefix|HasSuffix|matches|search|test)\((?!s\))`,
  String.raw`(?:re|regexp|fmt|json|pytest|self|t|console|log|logger|logging|LOG|LOGGER)\.\w+\(`,
  String.raw`(?:assert\w*|expect|require)\.\w+\(`,
  String.raw`(?:assert\w*|expect|it|describe|println?|printf|panic|raise \w+|new \w*Error)\(`,
  String.raw`errors?\.New\(`,
  String.raw`(?:echo|printf|print|die|print_\w+|Write-\w+)(?: -[neE]{1,3})? ["']`,
].map((call) => `${BEGIN}${call}`);

/** Lines that begin or end as no product's output does, whatever stands around them. */
const STATEMENTS = [
  // A branch.
  String.raw`^ *case\s.{1,400}[:)] *$`,
  String.raw`^ *[*]?["'].{1,300}\* ?[|)]`,
  String.raw`^ *(?:\} )?(?:else )?(?:if|elif|unless|while)(?: not)? ?\(?[rbf]?["'][^"']{1,200}["'] in \w`,
  String.raw`["']\s?(?:\|\||&&|==)\s?\w`,
  // A literal of another kind than data has, a row of a table of cases.
  String.raw`^ *[rbf]{1,2}["']`,
  String.raw`^ *[({] ?["'][^"']{1,200}["'], ?\S`,
  String.raw`["'] ?\+ *$`,
  // What is given a name.
  String.raw`^ *(?:export |public |private |static |final ){0,3}(?:const|let|var|val) \w.{0,80}?=`,
  String.raw`^ *[A-Za-z_]\w{0,60} {0,30}:= `,
  String.raw`^ *[A-Z]\w{2,60} {1,30}= ?\x60`,
  // What a script prints as its own error, or is to find.
  String.raw`\s>&2 *$`,
  String.raw`\s(?:--(?:search|query|filter|grep)[ =]|grep (?:-\w{1,6} )?)["']`,
  String.raw`^ *assert ["']`,
];

/** Lines that only a program has. Where one stands, the values beside it are a program's too. */
const MARKS_OF_A_PROGRAM = [
  String.raw`^ *assert (?:\w+[.(_]|\S.*(?: is |==| in ))`,
  String.raw`\b(?:self\.assert\w+|require\.\w+|t\.[A-Z]\w+|expect|monkeypatch\.\w+|json\.dumps|describe|it|test)\(`,
  String.raw`^ *(?:async )?(?:def|func|fn|function) \(?\w`,
  String.raw`\bif err != nil\b`,
  String.raw`(?:\[\][\w.]+|map\[\w+\]\w+|\b(?:any|struct)) ?\{`,
  String.raw`^ *(?:want|expect)\w{0,30} ?[:=]`,
  String.raw`^ *wait\w+\(`,
];

const VALUES = [
  // A field, an argument. One word names it, where a sentence has several before its colon.
  String.raw`^[ {([*,]{0,20}(?:[\w.]{1,60}(?:\(\w{0,30}=?| ?:?= ?)\{?)?["']?\w{1,60}["']? ?(?::=|[:=(,]) ?[rbf]?["'\x60({]`,
  // An entry of a list.
  String.raw`^ *["'][^"']{3,400}["'][ ,+)]*$`,
];

const LINE_OF_CODE = new RegExp([...CALLS, ...STATEMENTS].join('|'));
const LINE_OF_A_PROGRAM = new RegExp(MARKS_OF_A_PROGRAM.join('|'));
const VALUE = new RegExp(VALUES.join('|'));

/** A longer line is a message, whatever stands in it. */
const LONGEST_LINE = 600;

function isShort(line: string): boolean {
  return line.length <= LONGEST_LINE;
}

/**
 * A text without its lines of source code. A wording that is left only there is one that a program looks for or would
 * print. Lines of data stay: a dump or a JSON document quotes what did happen.
 */
export function withoutCode(text: string): string {
  const lines = text.split('\n').map((line) => line.replaceAll('\t', ' '));
  const isProgram = lines.some((line) => isShort(line) && LINE_OF_A_PROGRAM.test(line));
  const isCode = (line: string) => LINE_OF_CODE.test(line) || (isProgram && VALUE.test(line));
  return lines.filter((line) => !(isShort(line) && isCode(line))).join('\n');
}
