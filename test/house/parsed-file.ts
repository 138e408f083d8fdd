import { type ESTree, parseSync, Visitor } from 'vite';

/** How a file names another file, a package or a module. */
export type ImportForm =
  | 'import'
  | 're-export'
  | 'dynamic import'
  | 'type query'
  | 'address'
  | 'resolve'
  | 'require'
  | 'reference comment';

export interface ImportFact {
  readonly form: ImportForm;
  /** undefined when it is not a literal, so that nobody can tell what is meant. */
  readonly specifier: string | undefined;
  /** True when nothing of it is left in the program that runs. */
  readonly typeOnly: boolean;
  /** Names taken; `*` for all of them. */
  readonly names: readonly string[];
  readonly line: number;
}

/** A word of the program: an identifier, or a whole string literal. */
export interface NameFact {
  readonly name: string;
  /** `free` stands alone, `member` follows a dot or is a literal in brackets, `key` names a property, `text` is a string. */
  readonly how: 'free' | 'member' | 'key' | 'text';
  /** For a member of a plain name: that name. */
  readonly of?: string;
  readonly line: number;
}

export interface CallFact {
  /** `Date`, `Date.now`, `spawn`; undefined when the callee is not a plain name or a member of one. */
  readonly callee: string;
  readonly isNew: boolean;
  /** Source text of each argument. */
  readonly args: readonly string[];
  readonly line: number;
}

export interface TextFact {
  readonly text: string;
  readonly opens: boolean;
  readonly line: number;
}

export interface ShapeFact {
  readonly kind: 'record' | 'function';
  readonly name: string;
  readonly keys: readonly string[];
  readonly line: number;
}

export interface ParsedFile {
  readonly errors: readonly string[];
  readonly imports: readonly ImportFact[];
  readonly names: readonly NameFact[];
  readonly calls: readonly CallFact[];
  /** Every string and every piece of a template; `opens` for what a reader would see first. */
  readonly texts: readonly TextFact[];
  /** Interfaces, type literals with a name, and functions, with the names of their members. */
  readonly shapes: readonly ShapeFact[];
  /** Members taken from import.meta. */
  readonly metas: readonly { readonly name: string; readonly line: number }[];
}

type Node = ESTree.Node;

/** Parses one file and lists what the rules look at. */
export function parseFile(path: string, text: string): ParsedFile {
  const lineOf = lineFinder(text);
  const { program, errors, comments } = parseSync(path, text);
  const imports: ImportFact[] = [];
  const names: NameFact[] = [];
  const calls: CallFact[] = [];
  const texts: TextFact[] = [];
  const shapes: ShapeFact[] = [];
  const metas: { name: string; line: number }[] = [];
  // Starts of identifiers that were already understood as part of something larger.
  const understood = new Set<number>();
  // Names bound to createRequire(...), which call like require.
  const requires = new Set(['require']);

  const add = (
    form: ImportForm,
    source: Node | null | undefined,
    typeOnly: boolean,
    taken: readonly string[],
    at: Node,
  ) => imports.push({ form, specifier: literalText(source), typeOnly, names: taken, line: lineOf(at.start) });

  for (const { value, start } of comments) {
    const reference = /^\/\s*<reference\s+(?:path|types)\s*=\s*["']([^"']*)["']/.exec(value);
    if (reference?.[1] !== undefined) {
      imports.push({
        form: 'reference comment',
        specifier: reference[1],
        typeOnly: true,
        names: ['*'],
        line: lineOf(start),
      });
    }
  }

  new Visitor({
    ImportDeclaration(node) {
      const taken = node.specifiers.map((one) =>
        one.type === 'ImportSpecifier'
          ? exportedName(one.imported)
          : one.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*',
      );
      add('import', node.source, node.importKind === 'type', taken, node);
    },
    ExportAllDeclaration(node) {
      add('re-export', node.source, node.exportKind === 'type', ['*'], node);
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      const taken = node.specifiers.map(({ local }) => exportedName(local));
      add('re-export', node.source, node.exportKind === 'type', taken, node);
    },
    TSImportType(node) {
      add('type query', node.source, true, ['*'], node);
    },
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type === 'TSExternalModuleReference') {
        add('require', node.moduleReference.expression, node.importKind === 'type', ['*'], node);
      }
    },
    ImportExpression(node) {
      add('dynamic import', node.source, false, ['*'], node);
    },
    VariableDeclarator(node) {
      const made = node.init?.type === 'CallExpression' ? calleeName(node.init.callee) : undefined;
      if (made?.split('.').at(-1) === 'createRequire' && node.id.type === 'Identifier') requires.add(node.id.name);
    },
    CallExpression(node) {
      const callee = calleeName(node.callee);
      const inner = node.callee.type === 'CallExpression' ? calleeName(node.callee.callee) : undefined;
      if (callee === 'import.meta.resolve') add('resolve', node.arguments[0], false, ['*'], node);
      else if (inner?.split('.').at(-1) === 'createRequire') add('require', node.arguments[0], false, ['*'], node);
      else if (callee !== undefined && requires.has(callee.replace(/\.resolve$/, ''))) {
        add('require', node.arguments[0], false, ['*'], node);
      }
      calls.push(call(node, callee ?? '', false));
    },
    NewExpression(node) {
      const callee = calleeName(node.callee);
      const [target, base] = node.arguments;
      if (callee?.split('.').at(-1) === 'URL' && base !== undefined && calleeName(base) === 'import.meta.url') {
        add('address', target, false, ['*'], node);
      }
      calls.push(call(node, callee ?? '', true));
    },
    MemberExpression(node) {
      const name = node.computed ? literalText(node.property) : nameOf(node.property);
      if (node.object.type === 'MetaProperty') {
        metas.push({ name: name ?? '', line: lineOf(node.start) });
        return;
      }
      if (name === undefined) return;
      const of = node.object.type === 'Identifier' ? node.object.name : undefined;
      if (!node.computed) understood.add(node.property.start);
      if (of !== undefined) understood.add(node.object.start);
      names.push({ name, how: 'member', ...(of === undefined ? {} : { of }), line: lineOf(node.start) });
      if (of !== undefined) names.push({ name: of, how: 'free', of: `.${name}`, line: lineOf(node.start) });
    },
    Property(node) {
      if (node.computed || node.shorthand) return;
      noteKey(node.key);
    },
    PropertyDefinition(node) {
      if (!node.computed) noteKey(node.key);
    },
    MethodDefinition(node) {
      if (!node.computed) noteKey(node.key);
    },
    TSPropertySignature(node) {
      if (!node.computed) noteKey(node.key);
    },
    TSMethodSignature(node) {
      if (!node.computed) noteKey(node.key);
    },
    Identifier(node) {
      if (!understood.has(node.start)) names.push({ name: node.name, how: 'free', line: lineOf(node.start) });
    },
    Literal(node) {
      if (typeof node.value !== 'string') return;
      names.push({ name: node.value, how: 'text', line: lineOf(node.start) });
      texts.push({ text: node.value, opens: true, line: lineOf(node.start) });
    },
    TemplateLiteral(node) {
      const whole = literalText(node);
      if (whole !== undefined) names.push({ name: whole, how: 'text', line: lineOf(node.start) });
      node.quasis.forEach(({ value, start }, at) => {
        texts.push({ text: value.cooked ?? value.raw, opens: at === 0, line: lineOf(start) });
      });
    },
    TSInterfaceDeclaration(node) {
      shapes.push(record(node.id.name, node.body.body, node));
    },
    TSTypeAliasDeclaration(node) {
      if (node.typeAnnotation.type === 'TSTypeLiteral') {
        shapes.push(record(node.id.name, node.typeAnnotation.members, node));
      }
    },
    FunctionDeclaration(node) {
      if (node.id !== null) shapes.push({ kind: 'function', name: node.id.name, keys: [], line: lineOf(node.start) });
    },
  }).visit(program);

  return { errors: errors.map(({ message }) => message), imports, names, calls, texts, shapes, metas };

  function noteKey(key: Node): void {
    const name = nameOf(key);
    if (name === undefined) return;
    understood.add(key.start);
    names.push({ name, how: 'key', line: lineOf(key.start) });
  }

  function record(name: string, members: readonly ESTree.TSSignature[], at: Node): ShapeFact {
    const keys = members.flatMap((one) => {
      const key = one.type === 'TSPropertySignature' || one.type === 'TSMethodSignature' ? nameOf(one.key) : undefined;
      return key === undefined ? [] : [key];
    });
    return { kind: 'record', name, keys, line: lineOf(at.start) };
  }

  function call(node: ESTree.CallExpression | ESTree.NewExpression, callee: string, isNew: boolean): CallFact {
    return {
      callee,
      isNew,
      args: node.arguments.map((one) => text.slice(one.start, one.end)),
      line: lineOf(node.start),
    };
  }
}

/** The value of a string literal or of a template without holes; undefined for anything else. */
function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return literalText(node);
}

function exportedName(node: Node): string {
  return nameOf(node) ?? '*';
}

/** `a` and `a.b` and `import.meta.x`; undefined for a callee that is computed. */
function calleeName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'MemberExpression') return undefined;
  const owner = calleeName(node.object);
  const name = node.computed ? literalText(node.property) : nameOf(node.property);
  return owner === undefined || name === undefined ? undefined : `${owner}.${name}`;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
