// model/document.js
function signName(sign) {
return sign > 0 ? "positive" : sign < 0 ? "negative" : "neutral";
}
var BETWEEN = "~";
function pairKey(one, other) {
return one < other ? one + BETWEEN + other : other + BETWEEN + one;
}
function pairEnds(key) {
return key.split(BETWEEN);
}
function indexed(document2) {
const { statements, positions = [] } = document2;
const actors = new Map(document2.who.map((actor) => [actor.id, actor]));
const types = new Map(document2.types.map((type) => [type.id, type]));
const facets = new Map(document2.facets.map((facet) => [facet.id, facet.label]));
const works = new Map(document2.works.map((work) => [work.id, work]));
const frames = new Map(document2.frames.map((frame) => [frame.id, frame]));
const levels = new Map(document2.levels.map((level) => [level.level, leveled(level)]));
return { document: document2, statements, positions, issues: new Map((document2.issues ?? []).map((issue) => [issue.id, issue])), positionsOn: positionsOn(positions), issueVerdicts: issueVerdicts(document2), views: document2.views, actors, types, facets, works, frames, dates: document2.dates, levels, hasMain: statements.some((statement) => statement.main), years: spannedYears([...statements, ...positions]), places: document2.views.map((_, view) => readingOrder(document2, view)), linkedFrom: linkedFrom(statements), reasonIn: reasonIn(positions), label: (id) => actors.get(id)?.label ?? id, name: (id) => actors.get(id)?.name ?? id, members: (id) => actors.get(id)?.members ?? [], holder: (holder) => "actor" in holder ? actors.get(holder.actor)?.name ?? holder.actor : holder.label };
}
function leveled(level) {
const dyads = /* @__PURE__ */ new Map();
const through = /* @__PURE__ */ new Map();
for (const comparison of level.comparisons) {
for (const dyad of comparison.dyads) {
add(dyads, dyad.actors, { comparison, dyad });
for (const pair of dyad.through ?? []) add(through, pair, { comparison, dyad });
}
}
const keys = level.pairs.map((pairs) => pairs.map(([from, to]) => pairKey(from, to)));
const verdicts = /* @__PURE__ */ new Map();
for (const [key, compared2] of [...dyads, ...through]) {
verdicts.set(key, [.../* @__PURE__ */ new Set([...verdicts.get(key) ?? [], ...compared2.flatMap(verdictValues)])]);
}
return { ...level, dyads, through, keys, verdicts };
}
function add(byPair, pair, compared2) {
const key = pairKey(...pair);
byPair.set(key, [...byPair.get(key) ?? [], compared2]);
}
function verdictValues({ comparison, dyad }) {
if (dyad.verdict === "only-a") return [`only:${comparison.views[0]}`];
if (dyad.verdict === "only-b") return [`only:${comparison.views[1]}`];
return [dyad.verdict];
}
function positionsOn(positions) {
const issues = /* @__PURE__ */ new Map();
positions.forEach(({ issue }, at) => {
const known2 = issues.get(issue);
if (known2) known2.push(at);
else issues.set(issue, [at]);
});
return issues;
}
function issueVerdicts({ issue_comparisons: comparisons = [] }) {
const verdicts = /* @__PURE__ */ new Map();
for (const { views, issues } of comparisons) {
for (const found of issues) verdicts.set(found.issue, [...verdicts.get(found.issue) ?? [], { views, found }]);
}
return verdicts;
}
function spannedYears(said) {
const years = said.flatMap((each) => each.years?.flat() ?? []).filter((year) => year !== null);
return years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}
function readingOrder(document2, view) {
const works = document2.works.filter((work) => document2.views[view].authors.includes(work.author));
const before = /* @__PURE__ */ new Map();
let length = 0;
for (const work of works) {
before.set(work.id, length);
length += work.of ?? work.paragraphs;
}
const firstPlace2 = ({ evidence = [] }) => {
const at = evidence.flatMap((piece) => {
const start2 = before.get(piece.work);
return start2 === void 0 ? [] : [start2 + piece.paragraph];
});
return at.length === 0 ? null : at.reduce((a, b) => Math.min(a, b));
};
const [first, ofPositions] = [document2.statements, document2.positions ?? []].map((said) => said.map(firstPlace2));
return { works, before, length, first, ofPositions };
}
function linkedFrom(statements) {
const back = /* @__PURE__ */ new Map();
statements.forEach((statement, from) => {
for (const { kind, to } of statement.links ?? []) {
if (typeof to === "string") continue;
const known2 = back.get(to);
if (known2) known2.push({ kind, from });
else back.set(to, [{ kind, from }]);
}
});
return back;
}
function reasonIn(positions) {
const back = /* @__PURE__ */ new Map();
positions.forEach((position, from) => {
for (const kind of ["rests_on", "so"]) {
for (const reason of position[kind] ?? []) {
const key = reasonKey(reason);
back.set(key, [...back.get(key) ?? [], { kind, from }]);
}
}
});
return back;
}
function reasonKey(reason) {
const [[kind, name]] = Object.entries(reason);
return `${kind}:${name}`;
}

// model/failing.js
var SWITCHES = 1;
var YEARS = 2;
var STRENGTH = 4;
var ALIKE = 8;
var UNREAD = 16;
var FIRST_DIMENSION = 32;
function weighed({ years, strength }, state) {
return (inYears(years, state) ? 0 : YEARS) | (strength < state.strength ? STRENGTH : 0);
}
function holdersOf({ holders = [] }) {
return holders.map((holder) => "actor" in holder ? holder.actor : `"${holder.label}`);
}
function inYears(years, state) {
if (!years) return true;
return years.some(([first, last]) => {
const begun = state.to === null || first === null || first <= state.to;
return begun && (state.from === null || last === null || last >= state.from);
});
}
function tally(counts, values2, what) {
for (const value of values2) {
const count = counts.get(value) ?? { within: 0, beyond: 0, positions: 0 };
counts.set(value, count);
count[what] += 1;
}
}

// ../../../tests/browser/node_modules/@fluent/bundle/esm/types.js
var FluentType = class {
constructor(value) {
this.value = value;
}
valueOf() {
return this.value;
}
};
var FluentNone = class extends FluentType {
constructor(value = "???") {
super(value);
}
toString(scope) {
return `{${this.value}}`;
}
};
var FluentNumber = class extends FluentType {
constructor(value, opts = {}) {
super(value);
this.opts = opts;
}
toString(scope) {
if (scope) {
try {
const nf = scope.memoizeIntlObject(Intl.NumberFormat, this.opts);
return nf.format(this.value);
} catch (err) {
scope.reportError(err);
}
}
return this.value.toString(10);
}
};
var FluentDateTime = class _FluentDateTime extends FluentType {
static supportsValue(value) {
if (typeof value === "number") return true;
if (value instanceof Date) return true;
if (value instanceof FluentType) return _FluentDateTime.supportsValue(value.valueOf());
if ("Temporal" in globalThis) {
const _Temporal = globalThis.Temporal;
if (value instanceof _Temporal.Instant || value instanceof _Temporal.PlainDateTime || value instanceof _Temporal.PlainDate || value instanceof _Temporal.PlainMonthDay || value instanceof _Temporal.PlainTime || value instanceof _Temporal.PlainYearMonth) {
return true;
}
}
return false;
}
constructor(value, opts = {}) {
if (value instanceof _FluentDateTime) {
opts = { ...value.opts, ...opts };
value = value.value;
} else if (value instanceof FluentType) {
value = value.valueOf();
}
if (typeof value === "object" && "calendarId" in value && opts.calendar === void 0) {
opts = { ...opts, calendar: value.calendarId };
}
super(value);
this.opts = opts;
}
[Symbol.toPrimitive](hint) {
return hint === "string" ? this.toString() : this.toNumber();
}
toNumber() {
const value = this.value;
if (typeof value === "number") return value;
if (value instanceof Date) return value.getTime();
if ("epochMilliseconds" in value) {
return value.epochMilliseconds;
}
if ("toZonedDateTime" in value) {
return value.toZonedDateTime("UTC").epochMilliseconds;
}
throw new TypeError("Unwrapping a non-number value as a number");
}
toString(scope) {
if (scope) {
try {
const dtf = scope.memoizeIntlObject(Intl.DateTimeFormat, this.opts);
return dtf.format(this.value);
} catch (err) {
scope.reportError(err);
}
}
if (typeof this.value === "number" || this.value instanceof Date) {
return new Date(this.value).toISOString();
}
return this.value.toString();
}
};

// ../../../tests/browser/node_modules/@fluent/bundle/esm/resolver.js
var MAX_PLACEABLES = 100;
var FSI = "\u{2068}";
var PDI = "\u{2069}";
function match(scope, selector2, key) {
if (key === selector2) {
return true;
}
if (key instanceof FluentNumber && selector2 instanceof FluentNumber && key.value === selector2.value) {
return true;
}
if (selector2 instanceof FluentNumber && typeof key === "string") {
let category = scope.memoizeIntlObject(Intl.PluralRules, selector2.opts).select(selector2.value);
if (key === category) {
return true;
}
}
return false;
}
function getDefault(scope, variants, star) {
if (variants[star]) {
return resolvePattern(scope, variants[star].value);
}
scope.reportError(new RangeError("No default"));
return new FluentNone();
}
function getArguments(scope, args) {
const positional = [];
const named2 = /* @__PURE__ */ Object.create(null);
for (const arg of args) {
if (arg.type === "narg") {
named2[arg.name] = resolveExpression(scope, arg.value);
} else {
positional.push(resolveExpression(scope, arg));
}
}
return { positional, named: named2 };
}
function resolveExpression(scope, expr) {
switch (expr.type) {
case "str":
return expr.value;
case "num":
return new FluentNumber(expr.value, { minimumFractionDigits: expr.precision });
case "var":
return resolveVariableReference(scope, expr);
case "mesg":
return resolveMessageReference(scope, expr);
case "term":
return resolveTermReference(scope, expr);
case "func":
return resolveFunctionReference(scope, expr);
case "select":
return resolveSelectExpression(scope, expr);
default:
return new FluentNone();
}
}
function resolveVariableReference(scope, { name }) {
let arg;
if (scope.params) {
if (Object.prototype.hasOwnProperty.call(scope.params, name)) {
arg = scope.params[name];
} else {
return new FluentNone(`$${name}`);
}
} else if (scope.args && Object.prototype.hasOwnProperty.call(scope.args, name)) {
arg = scope.args[name];
} else {
scope.reportError(new ReferenceError(`Unknown variable: $${name}`));
return new FluentNone(`$${name}`);
}
if (arg instanceof FluentType) {
return arg;
}
switch (typeof arg) {
case "string":
return arg;
case "number":
return new FluentNumber(arg);
case "object":
if (FluentDateTime.supportsValue(arg)) {
return new FluentDateTime(arg);
}
default:
scope.reportError(new TypeError(`Variable type not supported: $${name}, ${typeof arg}`));
return new FluentNone(`$${name}`);
}
}
function resolveMessageReference(scope, { name, attr }) {
const message = scope.bundle._messages.get(name);
if (!message) {
scope.reportError(new ReferenceError(`Unknown message: ${name}`));
return new FluentNone(name);
}
if (attr) {
const attribute = message.attributes[attr];
if (attribute) {
return resolvePattern(scope, attribute);
}
scope.reportError(new ReferenceError(`Unknown attribute: ${attr}`));
return new FluentNone(`${name}.${attr}`);
}
if (message.value) {
return resolvePattern(scope, message.value);
}
scope.reportError(new ReferenceError(`No value: ${name}`));
return new FluentNone(name);
}
function resolveTermReference(scope, { name, attr, args }) {
const id = `-${name}`;
const term = scope.bundle._terms.get(id);
if (!term) {
scope.reportError(new ReferenceError(`Unknown term: ${id}`));
return new FluentNone(id);
}
if (attr) {
const attribute = term.attributes[attr];
if (attribute) {
scope.params = getArguments(scope, args).named;
const resolved2 = resolvePattern(scope, attribute);
scope.params = null;
return resolved2;
}
scope.reportError(new ReferenceError(`Unknown attribute: ${attr}`));
return new FluentNone(`${id}.${attr}`);
}
scope.params = getArguments(scope, args).named;
const resolved = resolvePattern(scope, term.value);
scope.params = null;
return resolved;
}
function resolveFunctionReference(scope, { name, args }) {
let func = scope.bundle._functions[name];
if (!func) {
scope.reportError(new ReferenceError(`Unknown function: ${name}()`));
return new FluentNone(`${name}()`);
}
if (typeof func !== "function") {
scope.reportError(new TypeError(`Function ${name}() is not callable`));
return new FluentNone(`${name}()`);
}
try {
let resolved = getArguments(scope, args);
return func(resolved.positional, resolved.named);
} catch (err) {
scope.reportError(err);
return new FluentNone(`${name}()`);
}
}
function resolveSelectExpression(scope, { selector: selector2, variants, star }) {
let sel = resolveExpression(scope, selector2);
if (sel instanceof FluentNone) {
return getDefault(scope, variants, star);
}
for (const variant of variants) {
const key = resolveExpression(scope, variant.key);
if (match(scope, sel, key)) {
return resolvePattern(scope, variant.value);
}
}
return getDefault(scope, variants, star);
}
function resolveComplexPattern(scope, ptn) {
if (scope.dirty.has(ptn)) {
scope.reportError(new RangeError("Cyclic reference"));
return new FluentNone();
}
scope.dirty.add(ptn);
const result = [];
const useIsolating = scope.bundle._useIsolating && ptn.length > 1;
for (const elem of ptn) {
if (typeof elem === "string") {
result.push(scope.bundle._transform(elem));
continue;
}
scope.placeables++;
if (scope.placeables > MAX_PLACEABLES) {
scope.dirty.delete(ptn);
throw new RangeError(`Too many placeables expanded: ${scope.placeables}, max allowed is ${MAX_PLACEABLES}`);
}
if (useIsolating) {
result.push(FSI);
}
result.push(resolveExpression(scope, elem).toString(scope));
if (useIsolating) {
result.push(PDI);
}
}
scope.dirty.delete(ptn);
return result.join("");
}
function resolvePattern(scope, value) {
if (typeof value === "string") {
return scope.bundle._transform(value);
}
return resolveComplexPattern(scope, value);
}

// ../../../tests/browser/node_modules/@fluent/bundle/esm/scope.js
var Scope = class {
constructor(bundle, errors, args) {
this.dirty = /* @__PURE__ */ new WeakSet();
this.params = null;
this.placeables = 0;
this.bundle = bundle;
this.errors = errors;
this.args = args;
}
reportError(error) {
if (!this.errors || !(error instanceof Error)) {
throw error;
}
this.errors.push(error);
}
memoizeIntlObject(ctor, opts) {
let cache2 = this.bundle._intls.get(ctor);
if (!cache2) {
cache2 = {};
this.bundle._intls.set(ctor, cache2);
}
let id = JSON.stringify(opts);
if (!cache2[id]) {
cache2[id] = new ctor(this.bundle.locales, opts);
}
return cache2[id];
}
};

// ../../../tests/browser/node_modules/@fluent/bundle/esm/builtins.js
function values(opts, allowed) {
const unwrapped = /* @__PURE__ */ Object.create(null);
for (const [name, opt] of Object.entries(opts)) {
if (allowed.includes(name)) {
unwrapped[name] = opt.valueOf();
}
}
return unwrapped;
}
var NUMBER_ALLOWED = ["unitDisplay", "currencyDisplay", "useGrouping", "minimumIntegerDigits", "minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits"];
function NUMBER(args, opts) {
let arg = args[0];
if (arg instanceof FluentNone) {
return new FluentNone(`NUMBER(${arg.valueOf()})`);
}
if (arg instanceof FluentNumber) {
return new FluentNumber(arg.valueOf(), { ...arg.opts, ...values(opts, NUMBER_ALLOWED) });
}
if (arg instanceof FluentDateTime) {
return new FluentNumber(arg.toNumber(), { ...values(opts, NUMBER_ALLOWED) });
}
throw new TypeError("Invalid argument to NUMBER");
}
var DATETIME_ALLOWED = ["dateStyle", "timeStyle", "fractionalSecondDigits", "dayPeriod", "hour12", "weekday", "era", "year", "month", "day", "hour", "minute", "second", "timeZoneName"];
function DATETIME(args, opts) {
let arg = args[0];
if (arg instanceof FluentNone) {
return new FluentNone(`DATETIME(${arg.valueOf()})`);
}
if (arg instanceof FluentDateTime || arg instanceof FluentNumber) {
return new FluentDateTime(arg, values(opts, DATETIME_ALLOWED));
}
throw new TypeError("Invalid argument to DATETIME");
}

// ../../../tests/browser/node_modules/@fluent/bundle/esm/memoizer.js
var cache = /* @__PURE__ */ new Map();
function getMemoizerForLocale(locales) {
const stringLocale = Array.isArray(locales) ? locales.join(" ") : locales;
let memoizer = cache.get(stringLocale);
if (memoizer === void 0) {
memoizer = /* @__PURE__ */ new Map();
cache.set(stringLocale, memoizer);
}
return memoizer;
}

// ../../../tests/browser/node_modules/@fluent/bundle/esm/bundle.js
var FluentBundle = class {
constructor(locales, { functions, useIsolating = true, transform = (v) => v } = {}) {
this._terms = /* @__PURE__ */ new Map();
this._messages = /* @__PURE__ */ new Map();
this.locales = Array.isArray(locales) ? locales : [locales];
this._functions = { NUMBER, DATETIME, ...functions };
this._useIsolating = useIsolating;
this._transform = transform;
this._intls = getMemoizerForLocale(locales);
}
hasMessage(id) {
return this._messages.has(id);
}
getMessage(id) {
return this._messages.get(id);
}
addResource(res, { allowOverrides = false } = {}) {
const errors = [];
for (let i = 0; i < res.body.length; i++) {
let entry = res.body[i];
if (entry.id.startsWith("-")) {
if (allowOverrides === false && this._terms.has(entry.id)) {
errors.push(new Error(`Attempt to override an existing term: "${entry.id}"`));
continue;
}
this._terms.set(entry.id, entry);
} else {
if (allowOverrides === false && this._messages.has(entry.id)) {
errors.push(new Error(`Attempt to override an existing message: "${entry.id}"`));
continue;
}
this._messages.set(entry.id, entry);
}
}
return errors;
}
formatPattern(pattern, args = null, errors = null) {
if (typeof pattern === "string") {
return this._transform(pattern);
}
let scope = new Scope(this, errors, args);
try {
let value = resolveComplexPattern(scope, pattern);
return value.toString(scope);
} catch (err) {
if (scope.errors && err instanceof Error) {
scope.errors.push(err);
return new FluentNone().toString(scope);
}
throw err;
}
}
};

// ../../../tests/browser/node_modules/@fluent/bundle/esm/resource.js
var RE_MESSAGE_START = /^(-?[a-zA-Z][\w-]*) *= */gm;
var RE_ATTRIBUTE_START = /\.([a-zA-Z][\w-]*) *= */y;
var RE_VARIANT_START = /\*?\[/y;
var RE_NUMBER_LITERAL = /(-?[0-9]+(?:\.([0-9]+))?)/y;
var RE_IDENTIFIER = /([a-zA-Z][\w-]*)/y;
var RE_REFERENCE = /([$-])?([a-zA-Z][\w-]*)(?:\.([a-zA-Z][\w-]*))?/y;
var RE_FUNCTION_NAME = /^[A-Z][A-Z0-9_-]*$/;
var RE_TEXT_RUN = /([^{}\n\r]+)/y;
var RE_STRING_RUN = /([^\\"\n\r]*)/y;
var RE_STRING_ESCAPE = /\\([\\"])/y;
var RE_UNICODE_ESCAPE = /\\u([a-fA-F0-9]{4})|\\U([a-fA-F0-9]{6})/y;
var RE_LEADING_NEWLINES = /^\n+/;
var RE_TRAILING_SPACES = / +$/;
var RE_BLANK_LINES = / *\r?\n/g;
var RE_INDENT = /( *)$/;
var TOKEN_BRACE_OPEN = /{\s*/y;
var TOKEN_BRACE_CLOSE = /\s*}/y;
var TOKEN_BRACKET_OPEN = /\[\s*/y;
var TOKEN_BRACKET_CLOSE = /\s*] */y;
var TOKEN_PAREN_OPEN = /\s*\(\s*/y;
var TOKEN_ARROW = /\s*->\s*/y;
var TOKEN_COLON = /\s*:\s*/y;
var TOKEN_COMMA = /\s*,?\s*/y;
var TOKEN_BLANK = /\s+/y;
var FluentResource = class {
constructor(source) {
this.body = [];
RE_MESSAGE_START.lastIndex = 0;
let cursor = 0;
while (true) {
let next = RE_MESSAGE_START.exec(source);
if (next === null) {
break;
}
cursor = RE_MESSAGE_START.lastIndex;
try {
this.body.push(parseMessage(next[1]));
} catch (err) {
if (err instanceof SyntaxError) {
continue;
}
throw err;
}
}
function test(re) {
re.lastIndex = cursor;
return re.test(source);
}
function consumeChar(char, errorClass) {
if (source[cursor] === char) {
cursor++;
return true;
}
if (errorClass) {
throw new errorClass(`Expected ${char}`);
}
return false;
}
function consumeToken(re, errorClass) {
if (test(re)) {
cursor = re.lastIndex;
return true;
}
if (errorClass) {
throw new errorClass(`Expected ${re.toString()}`);
}
return false;
}
function match2(re) {
re.lastIndex = cursor;
let result = re.exec(source);
if (result === null) {
throw new SyntaxError(`Expected ${re.toString()}`);
}
cursor = re.lastIndex;
return result;
}
function match1(re) {
return match2(re)[1];
}
function parseMessage(id) {
let value = parsePattern();
let attributes = parseAttributes();
if (value === null && Object.keys(attributes).length === 0) {
throw new SyntaxError("Expected message value or attributes");
}
return { id, value, attributes };
}
function parseAttributes() {
let attrs = /* @__PURE__ */ Object.create(null);
while (test(RE_ATTRIBUTE_START)) {
let name = match1(RE_ATTRIBUTE_START);
let value = parsePattern();
if (value === null) {
throw new SyntaxError("Expected attribute value");
}
attrs[name] = value;
}
return attrs;
}
function parsePattern() {
let first;
if (test(RE_TEXT_RUN)) {
first = match1(RE_TEXT_RUN);
}
if (source[cursor] === "{" || source[cursor] === "}") {
return parsePatternElements(first ? [first] : [], Infinity);
}
let indent = parseIndent();
if (indent) {
if (first) {
return parsePatternElements([first, indent], indent.length);
}
indent.value = trim(indent.value, RE_LEADING_NEWLINES);
return parsePatternElements([indent], indent.length);
}
if (first) {
return trim(first, RE_TRAILING_SPACES);
}
return null;
}
function parsePatternElements(elements = [], commonIndent) {
while (true) {
if (test(RE_TEXT_RUN)) {
elements.push(match1(RE_TEXT_RUN));
continue;
}
if (source[cursor] === "{") {
elements.push(parsePlaceable());
continue;
}
if (source[cursor] === "}") {
throw new SyntaxError("Unbalanced closing brace");
}
let indent = parseIndent();
if (indent) {
elements.push(indent);
commonIndent = Math.min(commonIndent, indent.length);
continue;
}
break;
}
let lastIndex = elements.length - 1;
let lastElement = elements[lastIndex];
if (typeof lastElement === "string") {
elements[lastIndex] = trim(lastElement, RE_TRAILING_SPACES);
}
let baked = [];
for (let element of elements) {
if (element instanceof Indent) {
element = element.value.slice(0, element.value.length - commonIndent);
}
if (element) {
baked.push(element);
}
}
return baked;
}
function parsePlaceable() {
consumeToken(TOKEN_BRACE_OPEN, SyntaxError);
let selector2 = parseInlineExpression();
if (consumeToken(TOKEN_BRACE_CLOSE)) {
return selector2;
}
if (consumeToken(TOKEN_ARROW)) {
let variants = parseVariants();
consumeToken(TOKEN_BRACE_CLOSE, SyntaxError);
return { type: "select", selector: selector2, ...variants };
}
throw new SyntaxError("Unclosed placeable");
}
function parseInlineExpression() {
if (source[cursor] === "{") {
return parsePlaceable();
}
if (test(RE_REFERENCE)) {
let [, sigil, name, attr = null] = match2(RE_REFERENCE);
if (sigil === "$") {
return { type: "var", name };
}
if (consumeToken(TOKEN_PAREN_OPEN)) {
let args = parseArguments();
if (sigil === "-") {
return { type: "term", name, attr, args };
}
if (RE_FUNCTION_NAME.test(name)) {
return { type: "func", name, args };
}
throw new SyntaxError("Function names must be all upper-case");
}
if (sigil === "-") {
return { type: "term", name, attr, args: [] };
}
return { type: "mesg", name, attr };
}
return parseLiteral();
}
function parseArguments() {
let args = [];
while (true) {
switch (source[cursor]) {
case ")":
cursor++;
return args;
case void 0:
throw new SyntaxError("Unclosed argument list");
}
args.push(parseArgument());
consumeToken(TOKEN_COMMA);
}
}
function parseArgument() {
let expr = parseInlineExpression();
if (expr.type !== "mesg") {
return expr;
}
if (consumeToken(TOKEN_COLON)) {
return { type: "narg", name: expr.name, value: parseLiteral() };
}
return expr;
}
function parseVariants() {
let variants = [];
let count = 0;
let star;
while (test(RE_VARIANT_START)) {
if (consumeChar("*")) {
star = count;
}
let key = parseVariantKey();
let value = parsePattern();
if (value === null) {
throw new SyntaxError("Expected variant value");
}
variants[count++] = { key, value };
}
if (count === 0) {
return null;
}
if (star === void 0) {
throw new SyntaxError("Expected default variant");
}
return { variants, star };
}
function parseVariantKey() {
consumeToken(TOKEN_BRACKET_OPEN, SyntaxError);
let key;
if (test(RE_NUMBER_LITERAL)) {
key = parseNumberLiteral();
} else {
key = { type: "str", value: match1(RE_IDENTIFIER) };
}
consumeToken(TOKEN_BRACKET_CLOSE, SyntaxError);
return key;
}
function parseLiteral() {
if (test(RE_NUMBER_LITERAL)) {
return parseNumberLiteral();
}
if (source[cursor] === '"') {
return parseStringLiteral();
}
throw new SyntaxError("Invalid expression");
}
function parseNumberLiteral() {
let [, value, fraction = ""] = match2(RE_NUMBER_LITERAL);
let precision = fraction.length;
return { type: "num", value: parseFloat(value), precision };
}
function parseStringLiteral() {
consumeChar('"', SyntaxError);
let value = "";
while (true) {
value += match1(RE_STRING_RUN);
if (source[cursor] === "\\") {
value += parseEscapeSequence();
continue;
}
if (consumeChar('"')) {
return { type: "str", value };
}
throw new SyntaxError("Unclosed string literal");
}
}
function parseEscapeSequence() {
if (test(RE_STRING_ESCAPE)) {
return match1(RE_STRING_ESCAPE);
}
if (test(RE_UNICODE_ESCAPE)) {
let [, codepoint4, codepoint6] = match2(RE_UNICODE_ESCAPE);
let codepoint = parseInt(codepoint4 || codepoint6, 16);
return codepoint <= 55295 || 57344 <= codepoint ? String.fromCodePoint(codepoint) : "�";
}
throw new SyntaxError("Unknown escape sequence");
}
function parseIndent() {
let start2 = cursor;
consumeToken(TOKEN_BLANK);
switch (source[cursor]) {
case ".":
case "[":
case "*":
case "}":
case void 0:
return false;
case "{":
return makeIndent(source.slice(start2, cursor));
}
if (source[cursor - 1] === " ") {
return makeIndent(source.slice(start2, cursor));
}
return false;
}
function trim(text, re) {
return text.replace(re, "");
}
function makeIndent(blank) {
let value = blank.replace(RE_BLANK_LINES, "\n");
let length = RE_INDENT.exec(blank)[1].length;
return new Indent(value, length);
}
}
};
var Indent = class {
constructor(value, length) {
this.value = value;
this.length = length;
}
};

// i18n/texts.js
var texts = { languages: [], bundle: new FluentBundle("en") };
function setTexts(languages2) {
texts.languages = languages2;
}
function languages() {
return texts.languages.map(({ code, name }) => ({ code, name }));
}
function chooseLanguage(asked) {
const wanted = [asked, ...navigator.languages].map((code2) => code2?.split("-")[0]);
const spoken = wanted.flatMap((wish) => texts.languages.find(({ code: code2 }) => code2 === wish) ?? []);
const [{ code, messages }] = [...spoken, ...texts.languages];
texts.bundle = new FluentBundle(code, { useIsolating: false });
texts.bundle.addResource(new FluentResource(messages));
document.documentElement.lang = code;
}
function t(key, values2 = {}) {
const pattern = texts.bundle.getMessage(key)?.value;
if (!pattern) return key;
const given = Object.entries(values2).map(([name, value]) => [name, told(value)]);
return texts.bundle.formatPattern(pattern, Object.fromEntries(given), []);
}
function told(value) {
return typeof value === "number" ? new FluentNumber(value, { useGrouping: false }) : value ?? "";
}
function grammaticalNumber(plural) {
return plural ? "several" : "one";
}
var SET_FROM = [["data-text-label", "aria-label"], ["data-text-title", "title"], ["data-text-placeholder", "placeholder"]];
function setStaticTexts() {
for (const element of document.querySelectorAll("[data-text]")) {
element.textContent = t(element.getAttribute("data-text") ?? "");
}
for (const [from, to] of SET_FROM) {
for (const element of document.querySelectorAll(`[${from}]`)) {
element.setAttribute(to, t(element.getAttribute(from) ?? ""));
}
}
}

// model/issues.js
var ISSUE_VERDICTS = ["wrong-question", "torn", "rejects", "contradict", "near", "in-part", "differ", "open", "agree", "only-a", "only-b"];
function speakerOf({ found }) {
return found.verdict === "only-a" ? 0 : found.verdict === "only-b" ? 1 : null;
}
function issueVerdictName(model, compared2) {
const speaker = speakerOf(compared2);
if (speaker === null) return t(`issue-name-${compared2.found.verdict}`);
return t("verdict-title-only", { side: model.views[compared2.views[speaker]].short });
}
function issueVerdictValue(compared2) {
const speaker = speakerOf(compared2);
return speaker === null ? `issue:${compared2.found.verdict}` : `only:${compared2.views[speaker]}`;
}
function issueVerdictReason(model, compared2) {
const speaker = speakerOf(compared2);
if (speaker === null) return t(`issue-why-${compared2.found.verdict}`);
const { short: name, plural } = model.views[compared2.views[1 - speaker]];
const silence = compared2.found.silence ?? "not-raised";
return t(`issue-silent-${silence}`, { name, number: grammaticalNumber(plural) });
}
function issueCompared(model, issue, views) {
const rank = ({ found }) => ISSUE_VERDICTS.indexOf(found.verdict);
const own = model.issueVerdicts.get(issue) ?? [];
const among = own.filter((compared2) => compared2.views.every((view) => views.includes(view)));
return among.sort((a, b) => rank(a) - rank(b));
}
function answerLabel(issue, answer) {
if (answer === "undecided") return t("answer-undecided");
if (answer === "wrong-question") return t("answer-wrong-question");
return issue?.answers.find(({ id }) => id === answer)?.label ?? answer;
}
function answerOf(model, position) {
const label = answerLabel(model.issues.get(position.issue), position.answer);
const within = position.negated && (position.attitude !== void 0 || position.standing === "open");
return within ? t("tell-not", { relation: label }) : label;
}
function hangsOn({ issues }, { mode, condition, issue }) {
if (mode === "hypothetical" || condition !== void 0) return t("stand-if");
return mode === "future" && issues.get(issue)?.kind !== "forecast" ? t("stand-to-come") : "";
}
function senseOf(model, position) {
const { attitude, stance, standing, hedged, answer } = position;
if (attitude !== void 0) return { sense: "open", word: t(`attitude-${attitude}`, { time: "now" }) };
if (standing === "open") return { sense: "open", word: t(stance === "doubts" ? "stand-doubted" : "stand-reported") };
const condition = hangsOn(model, position);
const word = [condition, hedged && t("stand-guarded")].filter(Boolean).join(", ");
if (standing === "denies") return { sense: "denied", word: [t("standing-denies"), word].filter(Boolean).join(", ") };
if (answer === "undecided") return { sense: "open", word };
return { sense: word ? "guarded" : "held", word };
}
function standsOf(model, issue, view, isShown = () => true) {
const stand = issue.stands.find((each) => each.view === view);
const all = (model.positionsOn.get(issue.id) ?? []).filter((at) => model.positions[at].views.includes(view));
const held = [...stand?.held ?? []].sort((a, b) => Number(b.main ?? false) - Number(a.main ?? false));
const answers = [...held.map((standing) => heldStand(model, issue, standing)), ...(stand?.denied ?? []).map((standing) => deniedStand(issue, standing))];
const told3 = new Set(answers.flatMap(({ positions }) => positions));
const rest = all.filter((at) => !told3.has(at));
const open = new Set(stand?.open ?? []);
rest.sort((a, b) => Number(open.has(b)) - Number(open.has(a)) || a - b);
return [...answers, ...loose(model, rest)].flatMap((each) => {
const positions = each.positions.filter(isShown);
return positions.length > 0 ? [{ ...each, positions }] : [];
});
}
function absence(model, issue, view) {
if (issue.stands.some((stand) => stand.view === view)) return "panel-only-hidden";
const own = (model.issueVerdicts.get(issue.id) ?? []).filter(({ views }) => views.includes(view));
const speaks = own.some((compared2) => {
const speaker = speakerOf(compared2);
return speaker === null || compared2.views[speaker] === view;
});
return speaks ? "stand-unselected" : "stand-silent";
}
function isOfMore(model, issue, views, isShown) {
const nothing = views.filter((view) => standsOf(model, issue, view, isShown).length === 0);
return nothing.some((view) => absence(model, issue, view) !== "stand-silent");
}
function heldStand(model, issue, { answer, main, guarded, positions }) {
const conditions = new Set(positions.map((at) => hangsOn(model, model.positions[at])));
const condition = conditions.has("") ? "" : [...conditions].join(", ");
const short = [condition, guarded && t("stand-guarded")].filter(Boolean).join(", ");
const label = answerLabel(issue, answer);
if (short) return { answer, label, sense: "guarded", word: short, positions };
return { answer, label, sense: "held", word: main ? "" : t("stand-also"), positions };
}
function deniedStand(issue, { answer, positions }) {
return { answer, label: answerLabel(issue, answer), sense: "denied", word: t("standing-denies"), positions };
}
function loose(model, positions) {
const stands = /* @__PURE__ */ new Map();
for (const at of positions) {
const position = model.positions[at];
const { sense, word } = senseOf(model, position);
const label = answerOf(model, position);
const key = [label, sense, word].join("\n");
const known2 = stands.get(key);
if (known2) known2.positions.push(at);
else stands.set(key, { answer: position.answer, label, sense, word, positions: [at] });
}
return [...stands.values()];
}
function issuesLeft({ model, selection }, views) {
const left = new Set(selection.positions.map((at) => model.positions[at].issue));
const inOrder = [.../* @__PURE__ */ new Set([...model.issueVerdicts.keys(), ...model.issues.keys()])];
const told3 = inOrder.flatMap((id) => {
const issue = model.issues.get(id);
return issue && left.has(id) ? [{ issue, compared: issueCompared(model, id, views) }] : [];
});
const rank = ([first]) => first ? ISSUE_VERDICTS.indexOf(first.found.verdict) : ISSUE_VERDICTS.length;
return told3.sort((a, b) => rank(a.compared) - rank(b.compared));
}

// model/state.js
var DIMENSIONS = ["view", "sign", "type", "stance", "holder", "world", "facet", "verdict", "actor"];
var FORMS = ["graph", "matrix", "table", "issues", "words"];
function formsOf({ issues }) {
return FORMS.filter((form) => form !== "issues" || issues.size > 0);
}
function formShown({ model, state }) {
const form = formsOf(model).includes(state.form) ? state.form : "graph";
return { form, statements: form !== "issues", positions: form === "issues" || form === "words" };
}
function startState({ views, hasMain }) {
const state = { form: "graph", mode: views > 1 ? "both" : "0", level: "actor", main: hasMain, facts: true, view: [], sign: [], type: [], stance: [], holder: [], world: [], facet: [], verdict: [], actor: [], from: null, to: null, strength: 1, focus: null, at: null, para: null, sort: null, order: null, box: null, lang: null, theme: null };
return state;
}
function toFragment(state, start2) {
const parts = [];
for (const [key, value] of Object.entries(state)) {
const usual = start2[key];
if (stateText(value) !== stateText(usual)) parts.push(`${key}=${stateText(value)}`);
}
return parts.join("&");
}
function fromFragment(fragment, start2) {
const state = { ...start2 };
for (const part2 of fragment.replace(/^#/, "").split("&")) {
const cut = part2.indexOf("=");
const key = part2.slice(0, Math.max(cut, 0));
if (cut > 0 && Object.hasOwn(start2, key)) setFrom(state, start2, key, part2.slice(cut + 1));
}
return state;
}
function setFrom(state, start2, key, text) {
const record = state;
const usual = start2[key];
if (Array.isArray(usual)) record[key] = text === "" ? [] : text.split(",").map(unescaped);
else if (typeof usual === "boolean") record[key] = text === "1";
else if (key === "from" || key === "to" || key === "strength") {
const number = Number.parseInt(text, 10);
record[key] = Number.isSafeInteger(number) ? number : usual;
} else record[key] = text === "" ? usual : unescaped(text);
}
function stateText(value) {
if (Array.isArray(value)) return value.map((each) => encodeURIComponent(each)).join(",");
if (typeof value === "boolean") return value ? "1" : "0";
return value === null ? "" : encodeURIComponent(String(value));
}
function unescaped(text) {
try {
return decodeURIComponent(text);
} catch {
return text;
}
}

// model/position_selection.js
function positionSelector(model) {
const levels = [...model.levels.keys()];
const values2 = new Map(levels.map((level) => [level, model.positions.map((_, at) => valuesOf(model, level, at))]));
return (selection, state, shown) => {
const own = values2.get(state.level) ?? values2.get(levels[0]) ?? [];
const counts = [...selection.counts.values()];
const wanted = DIMENSIONS.map((dimension) => new Set(state[dimension]));
const plain = plainly(model, state);
model.positions.forEach(({ views }, at) => {
if (!views.some((view) => shown.has(view))) return;
selection.allPositions += 1;
let fails = plain(at);
wanted.forEach((some, place) => {
if (some.size > 0 && !own[at][place].some((value) => some.has(value))) fails |= FIRST_DIMENSION << place;
});
own[at].forEach((of, place) => {
if ((fails & ~(FIRST_DIMENSION << place)) === 0) tally(counts[place], of, "positions");
});
if (fails !== 0) return;
selection.positions.push(at);
selection.keptPositions[at] = 1;
});
};
}
function valuesOf(model, level, at) {
const { views, stance, mode, facets = [], issue } = model.positions[at];
const verdicts = (model.issueVerdicts.get(issue) ?? []).map(issueVerdictValue);
const about = (model.issues.get(issue)?.about ?? []).flatMap((actor) => {
const larger = level === "state" ? model.actors.get(actor)?.stands_for ?? [] : [];
return larger.length > 0 ? larger : [actor];
});
const held = holdersOf(model.positions[at]);
return [views.map(String), [], [], [stance], held, [mode], facets, [...new Set(verdicts)], [...new Set(about)]];
}
function plainly(model, state) {
const [view, paragraph] = (state.para ?? "").split(":").map(Number);
const first = state.para === null ? null : model.places[view]?.ofPositions ?? null;
return (at) => {
let fails = weighed(model.positions[at], state);
if (state.mode === "only" && isAgreed(model, model.positions[at].issue)) fails |= ALIKE;
if (first !== null && (first[at] ?? Number.POSITIVE_INFINITY) > paragraph) fails |= UNREAD;
return fails;
};
}
function isAgreed(model, issue) {
const pairs = model.views.length * (model.views.length - 1) / 2;
const agreed = (model.issueVerdicts.get(issue) ?? []).filter(({ found }) => found.verdict === "agree");
return agreed.length === pairs;
}

// model/selection.js
function pictureOf(model, state, view) {
const keeps = state.main && model.hasMain ? state.facts ? "main-now" : "main" : state.facts ? "now" : "record";
const fits = (picture) => picture.level === state.level && picture.keeps === keeps && (picture.view ?? null) === view;
return model.document.pictures.find(fits);
}
function viewsShown(model, state) {
const one = Number.parseInt(state.mode, 10);
const all = model.views.map((_, index) => index);
const shown = Number.isInteger(one) && one >= 0 && one < all.length ? [one] : all;
return state.view.length === 0 ? shown : shown.filter((view) => state.view.includes(String(view)));
}
function valuesOf2(model, index) {
const { views, sign, type, stance, mode, facets = [] } = model.statements[index];
return [views.map(String), [String(sign)], [type], [stance], holdersOf(model.statements[index]), [mode], facets];
}
function selector(model) {
const values2 = model.statements.map((_, index) => valuesOf2(model, index));
const selectPositions = positionSelector(model);
return (state) => {
const selection = select(model, values2, state);
selectPositions(selection, state, new Set(viewsShown(model, { ...state, view: [] })));
return selection;
};
}
function select(model, values2, state) {
const level = model.levels.get(state.level) ?? [...model.levels.values()][0];
const wanted = new Map(DIMENSIONS.map((dimension) => [dimension, new Set(state[dimension])]));
const narrowing = [...wanted.values()].map((some, place) => ({ some, place })).filter(({ some }) => some.size > 0);
const shown = new Set(viewsShown(model, { ...state, view: [] }));
const plain = plainly2(model, state);
const selection = { statements: [], kept: new Uint8Array(model.statements.length), dyads: /* @__PURE__ */ new Map(), actors: /* @__PURE__ */ new Set(), positions: [], keptPositions: new Uint8Array(model.positions.length), counts: new Map(DIMENSIONS.map((dimension) => [dimension, /* @__PURE__ */ new Map()])), all: 0, allPositions: 0 };
const counts = [...selection.counts.values()];
const pairs = pairWise(level.verdicts, wanted);
model.statements.forEach((statement, index) => {
if (!statement.views.some((view) => shown.has(view))) return;
selection.all += 1;
const own = values2[index];
let fails = plain(index);
for (const { some, place } of narrowing) {
if (place < own.length && !own[place].some((value) => some.has(value))) fails |= FIRST_DIMENSION << place;
}
const lasting = fails & ~SWITCHES;
if ((lasting & lasting - 1) !== 0) return;
const kept = pairs(level.pairs[index], level.keys[index], statement);
const within = (fails & SWITCHES) === 0 ? "within" : "beyond";
for (let place = 0; kept.some && place < own.length; place += 1) {
if ((lasting & ~(FIRST_DIMENSION << place)) === 0) tally(counts[place], own[place], within);
}
if (lasting === 0) tally(counts[own.length], kept.verdicts, within);
if (lasting === 0) tally(counts[own.length + 1], kept.actors, within);
if (fails === 0 && kept.some) keep(selection, index, level.pairs[index], level.keys[index], kept.which);
});
return selection;
}
function plainly2(model, state) {
const alike = state.mode === "only" ? alikeIn(pictureOf(model, state, null), model.views.length) : null;
const [view, paragraph] = (state.para ?? "").split(":").map(Number);
const first = state.para === null ? null : model.places[view]?.first ?? null;
return (index) => {
const statement = model.statements[index];
const off = state.main && model.hasMain && !statement.main || state.facts && !statement.now;
let fails = (off ? SWITCHES : 0) | weighed(statement, state);
if (alike?.has(index)) fails |= ALIKE;
if (first !== null && (first[index] ?? Number.POSITIVE_INFINITY) > paragraph) fails |= UNREAD;
return fails;
};
}
function alikeIn(picture, views) {
const alike = /* @__PURE__ */ new Set();
const differing = /* @__PURE__ */ new Set();
for (const tie of picture?.ties ?? []) {
for (const statement of tie.statements) (tie.views.length === views ? alike : differing).add(statement);
}
for (const statement of differing) alike.delete(statement);
return alike;
}
function pairWise(verdicts, wanted) {
const wantedVerdicts = wanted.get("verdict");
const wantedActors = wanted.get("actor");
return (pairs, keys, { from, to }) => {
if (pairs.length === 0) {
const [actors, judged2] = [[.../* @__PURE__ */ new Set([...from, ...to])], wantedVerdicts.size === 0];
const some = judged2 && (wantedActors.size === 0 || actors.some((actor) => wantedActors.has(actor)));
return { which: [], some, verdicts: [], actors: judged2 ? actors : [] };
}
const own = keys.map((key) => verdicts.get(key) ?? []);
const judged = own.map((some) => wantedVerdicts.size === 0 || some.some((verdict) => wantedVerdicts.has(verdict)));
const named2 = pairs.map((pair) => wantedActors.size === 0 || pair.some((actor) => wantedActors.has(actor)));
const which = judged.map((is, place) => is && named2[place]);
const distinct = (lists) => lists.length > 1 ? [...new Set(lists.flat())] : lists.flat();
return { which, some: which.includes(true), verdicts: distinct(own.filter((_, place) => named2[place])), actors: distinct(pairs.filter((_, place) => judged[place])) };
};
}
function keep(selection, index, pairs, keys, which) {
selection.statements.push(index);
selection.kept[index] = 1;
pairs.forEach((pair, place) => {
if (!which[place]) return;
for (const actor of pair) selection.actors.add(actor);
const known2 = selection.dyads.get(keys[place]);
if (!known2) selection.dyads.set(keys[place], [index]);
else if (known2.at(-1) !== index) known2.push(index);
});
}
function isLeft(selection, key, statements) {
return selection.dyads.has(key) && statements.some((statement) => selection.kept[statement] === 1);
}
function unpaired({ model, state, selection }) {
const pairs = model.levels.get(state.level)?.pairs;
return selection.statements.filter((index) => pairs?.[index].length === 0);
}

// app.js
var App = class {
constructor(data) {
this.model = indexed(data);
this.start = startState({ views: data.views.length, hasMain: this.model.hasMain });
this.state = fromFragment(location.hash, this.start);
this.select = selector(this.model);
this.selection = this.select(this.state);
this.listeners = [];
addEventListener("popstate", () => this.arrive());
addEventListener("hashchange", () => this.arrive());
}
follow(listen) {
this.listeners.push(listen);
listen(this, this.state);
}
change(patch, { passing = false } = {}) {
const before = this.state;
this.state = { ...before, ...patch };
const fragment = toFragment(this.state, this.start);
if (fragment === toFragment(before, this.start)) return;
history[passing ? "replaceState" : "pushState"](null, "", `#${fragment}`);
this.tell(before);
}
arrive() {
const before = this.state;
this.state = fromFragment(location.hash, this.start);
if (toFragment(before, this.start) !== toFragment(this.state, this.start)) this.tell(before);
}
tell(before) {
if (this.selects(before)) this.selection = this.select(this.state);
for (const listen of this.listeners) listen(this, before);
}
selects(before) {
const apart = ["form", "focus", "at", "sort", "order", "box", "lang", "theme"];
return Object.keys(before).some((key) => {
const name = key;
return !apart.includes(name) && before[name] !== this.state[name];
});
}
};

// model/verdict.js
var VERDICTS = ["denied", "sign-conflict", "agency", "at-whose-cost", "ambivalent", "other-respects", "foreseen-denied", "valued", "possible", "leaning", "alike", "only-a", "only-b"];
function speakerOf2({ verdict }) {
return verdict === "only-a" ? 0 : verdict === "only-b" ? 1 : null;
}
function verdictName(model, { comparison, dyad }) {
const speaker = speakerOf2(dyad);
if (speaker === null) return t(`verdict-name-${dyad.verdict}`);
return t("verdict-title-only", { side: model.views[comparison.views[speaker]].short });
}
function verdictReason(model, { comparison, dyad }) {
const speaker = speakerOf2(dyad);
if (speaker === null) return t(`verdict-why-${dyad.verdict}`);
const silent = comparison.views[speaker === 0 ? 1 : 0];
const lacking = dyad.actors.filter((actor) => !namedBy(model, silent).has(actor));
const one = dyad.silence === "not-named" && lacking.length === 1;
return t(one ? "silent-not-named-actor" : `silent-${dyad.silence ?? "unrelated"}`, { name: model.views[silent].short, number: grammaticalNumber(model.views[silent].plural), actor: model.name(lacking[0] ?? dyad.actors[0]) });
}
var namedByView = /* @__PURE__ */ new WeakMap();
function namedBy(model, view) {
const views = namedByView.get(model) ?? /* @__PURE__ */ new Map();
namedByView.set(model, views);
const named2 = views.get(view) ?? /* @__PURE__ */ new Set();
if (views.has(view)) return named2;
for (const statement of model.statements) {
if (!statement.views.includes(view)) continue;
const { from, to, with: along = [], against = [], excluding = [], benefiting = [] } = statement;
for (const actor of [...from, ...to, ...along, ...against, ...excluding, ...benefiting]) named2.add(actor);
}
for (const actor of named2) for (const member of model.members(actor)) named2.add(member);
for (const actor of named2) for (const larger of largerThan(model, actor)) named2.add(larger);
views.set(view, named2);
return named2;
}
function largerThan(model, actor) {
const { stands_for = [], part_of = [] } = model.actors.get(actor) ?? {};
return [stands_for, part_of].flat();
}
function comparedOn(model, level, key) {
const rank = ({ dyad }) => VERDICTS.indexOf(dyad.verdict);
const compared2 = model.levels.get(level);
const own = compared2?.dyads.get(key) ?? [];
return [...own, ...compared2?.through.get(key) ?? []].sort((a, b) => rank(a) - rank(b));
}
function verdictOwner(model, { dyad }, key) {
if (pairKey(...dyad.actors) === key) return null;
const [a, b] = dyad.actors.map((actor) => model.name(actor));
return t("panel-verdict-of", { a, b });
}
var pairStatements = /* @__PURE__ */ new WeakMap();
function statementsOn(model, level, key) {
const at = model.levels.get(level);
if (!at) return [];
let known2 = pairStatements.get(at);
if (!known2) {
known2 = /* @__PURE__ */ new Map();
for (const [index, keys] of at.keys.entries()) {
for (const each of new Set(keys)) {
const others = known2.get(each);
if (others) others.push(index);
else known2.set(each, [index]);
}
}
pairStatements.set(at, known2);
}
return known2.get(key) ?? [];
}
function pairsOf(model, level, index) {
const pairs = model.levels.get(level)?.pairs[index] ?? [];
return [...new Map(pairs.map((pair) => [pairKey(...pair), pair])).values()];
}

// view/dom.js
function h(tag, props = {}, ...children) {
const element = document.createElement(tag);
for (const [name, value] of Object.entries(props)) {
if (typeof value === "function") element.addEventListener(name, value);
else if (value === true) element.setAttribute(name, "");
else if (value !== false && value !== null && value !== void 0) element.setAttribute(name, String(value));
}
element.append(...domNodes(children));
return element;
}
var whenIdle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 50));
function fill(element, ...children) {
element.replaceChildren(...domNodes(children));
}
function byId(id) {
return document.getElementById(id);
}
function domNodes(children) {
const shown = children.flat().filter((child) => child !== null && child !== void 0 && child !== false);
return shown.map((child) => child instanceof Node ? child : String(child));
}

// view/format.js
function opensEvidence(app, at) {
return { type: "button", class: "plain", click: () => app.change({ at }) };
}
function signGlyph(sign) {
return sign > 0 ? "+" : sign < 0 ? "−" : "0";
}
function signWord(sign) {
return t(`sign-${signName(sign)}`);
}
function strengthWord(strength) {
return t(`strength-${["slight", "plain", "strong"][strength - 1]}`);
}
function signMark(sign) {
const word = signWord(sign);
return h("span", { class: `pole ${signName(sign)}`, role: "img", "aria-label": word, title: word }, signGlyph(sign));
}
function viewMark(model, view) {
const { letter, name } = model.views[view];
return h("span", { class: `letter view-${view}`, role: "img", "aria-label": name, title: name }, letter);
}
function viewName(model, view) {
const mark2 = h("span", { class: `letter view-${view}`, "aria-hidden": "true" }, model.views[view].letter);
return h("span", { class: "view-name" }, model.views.length > 1 && mark2, model.views[view].short);
}
function standMark({ label, sense, word }, view) {
const name = sense === "denied" ? h("s", {}, label) : h("span", {}, label);
const told3 = word && [" ", h("small", {}, word)];
return h("span", { class: `stand ${sense} view-${view}`, dir: "auto" }, name, told3);
}
function authorName(model, author) {
return viewOf(model, author)?.short ?? model.actors.get(author)?.label ?? author;
}
function viewOf(model, author) {
return model.views.find((view) => view.authors.length === 1 && view.authors[0] === author);
}
function pairOf(model, key) {
const [one, other, ...more] = pairEnds(key ?? "");
return more.length === 0 && model.actors.has(one) && model.actors.has(other) ? [one, other] : null;
}
function labels(model, ids) {
return ids.map(model.label).join(", ");
}
function shortRelation(model, statement) {
const type = model.types.get(statement.type)?.label ?? statement.type;
const relation = `${labels(model, statement.from)} ${type} ${labels(model, statement.to)}`;
return statement.negated ? t("tell-not", { relation }) : relation;
}
function sentenceOf({ sentence, rest = "" }) {
const main = sentence.slice(0, sentence.length - rest.length);
return h("span", { lang: "en" }, main, rest && h("span", { class: "rest" }, rest));
}
function voiceText(model, statement) {
const { stance, holders = [], via = [] } = statement;
const named2 = holders.map(model.holder);
if (stance === "asserts" && named2.length === 0) return "";
const told3 = t(`attributed-${stance}`, { author: authorName(model, statement.author), holders: named2.length === 0 ? t("attributed-others") : listInWords(named2) });
const relayed = via.length === 0 ? "" : t("voice-via", { holders: listInWords(via.map(model.holder)) });
return `${told3}${relayed}${statement.attitude ? ` (${attitudeText(statement)})` : ""}`;
}
function attitudeText({ attitude, negated }) {
return attitude && `${t(`attitude-${attitude}`, { time: "now" })}${negated ? ` ${t("tell-not-to-be")}` : ""}`;
}
function listInWords(parts) {
if (parts.length < 2) return parts.join("");
return t("list-and", { first: parts.slice(0, -1).join(", "), last: parts.at(-1) ?? "" });
}

// i18n/dates.js
function dateInWords(model, edtf) {
return model.dates[edtf]?.[document.documentElement.lang] ?? edtf;
}
function yearInWords(year) {
if (year <= 0) return t("date-bc", { year: grouped(1 - year) });
if (year < 1e3) return t("date-ad", { year });
return year > 9999 ? t("date-long-year", { year: grouped(year) }) : String(year);
}
function grouped(number) {
return number > 9999 ? number.toLocaleString(document.documentElement.lang) : String(number);
}

// evidence/record.js
function marksOf(model, said) {
const negated = said.negated && !said.attitude && said.standing !== "denies";
return [negated && h("li", { class: "warns" }, t("tell-negated")), said.standing !== "holds" && h("li", { class: "warns" }, t(`standing-${said.standing}`)), said.mode !== "actual" && h("li", { class: "warns" }, t(`mode-${said.mode}`)), said.attitude && h("li", {}, attitudeText(said)), said.hedged && h("li", {}, t("detail-hedged")), said.strength !== 2 && h("li", {}, strengthWord(said.strength)), said.when && h("li", {}, dateInWords(model, said.when)), ...(said.facets ?? []).map((facet) => h("li", {}, model.facets.get(facet) ?? facet))];
}
function placesOf(model, { evidence = [] }) {
const byWork = /* @__PURE__ */ new Map();
for (const piece of evidence) byWork.set(piece.work, [...byWork.get(piece.work) ?? [], piece]);
if (byWork.size === 0) return h("p", { class: "where" }, t("statement-nowhere"));
return [...byWork].flatMap(([work, pieces]) => {
const numbers = [...new Set(pieces.map(({ paragraph }) => paragraph))].flatMap((paragraph, place) => {
const anchors = pieces.filter((piece) => piece.paragraph === paragraph).map(({ anchor }) => anchor);
return [place > 0 && ", ", h("span", { class: "paragraph", title: anchors.join(", ") }, paragraph)];
});
const where = h("p", { class: "where" }, workLink(model, work), ", ", t("tell-paragraph"), " ", ...numbers);
return [where, ...pieces.map(quoted)];
});
}
function quoted({ passage, paragraph }) {
if (!passage) return null;
const { before, words, after } = passage;
return h("blockquote", {}, h("span", { class: "number" }, paragraph), before, h("mark", {}, words), after);
}
function workLink(model, id) {
const work = model.works.get(id);
const title = h("cite", {}, work?.title ?? id);
const safe = /^https?:\/\//i.test(work?.url ?? "");
return safe ? h("a", { href: work?.url, rel: "noopener noreferrer", target: "_blank" }, title) : title;
}
function stepTo(app, key, to) {
const kind = h("span", { class: "kind" }, t(key));
const name = "frame" in to ? to.frame : "position" in to ? to.position : to.statement;
if (typeof name === "string" && !("frame" in to)) return h("li", {}, kind, " ", name);
const { title, parts } = toldShortly(app.model, to);
return h("li", {}, kind, " ", h("button", { ...opensEvidence(app, reasonKey(to)), title }, parts));
}
function toldShortly(model, reason) {
if ("frame" in reason) return { title: null, parts: [model.frames.get(reason.frame)?.name ?? reason.frame] };
if ("position" in reason) {
const position = model.positions[Number(reason.position)];
const issue = model.issues.get(position.issue);
const answer = answerLabel(issue, position.answer);
const told3 = position.standing === "denies" ? t("tell-not", { relation: answer }) : answer;
return { title: null, parts: [told3, h("span", { class: "rest" }, ` – ${issue?.question ?? position.issue}`)] };
}
const statement = model.statements[Number(reason.statement)];
return { title: statement.sentence, parts: [signMark(statement.sign), " ", shortRelation(model, statement)] };
}
function stepsBack(app, at) {
const back = app.model.reasonIn.get(at) ?? [];
return back.map(({ kind, from }) => stepTo(app, kind === "so" ? "reason-so-back" : "reason-rests-on-back", { position: from }));
}
function foldedFields(app, at, build) {
const more = h("details", { class: "fields" }, h("summary", {}, t("statement-details")));
const fillIn = () => {
if (!more.open || more.childElementCount > 1) return;
const alone = h("button", opensEvidence(app, at), t("statement-alone"));
more.append(build(), h("p", {}, alone));
};
more.addEventListener("toggle", fillIn);
return more;
}
function voiceFields(said) {
return [[t("field-stance"), t(`stance-${said.stance}`)], [t("field-standing"), said.standing === "holds" && attitudeText(said) || t(`standing-${said.standing}`)], [t("field-mode"), t(`mode-${said.mode}`)], [t("field-strength"), strengthWord(said.strength)]];
}
function contextFields(model, said) {
const frame = said.frame === void 0 ? void 0 : model.frames.get(said.frame);
return [...rolesOf(model, said), [t("field-by"), said.by], [t("field-amount"), said.amount], [t("field-condition"), said.condition], [t("field-frame"), frame && `${frame.name} (${t(`frame-kind-${frame.kind}`)})`], [t("field-tags"), said.tags?.join(", ")], [t("field-coder"), said.coder], [t("field-anchors"), said.evidence?.map((piece) => piece.anchor).join(", ")], [t("field-ref"), said.ref]];
}
function rolesOf(model, said) {
const roles = ["with", "against", "excluding", "benefiting"];
return roles.map((role) => [t(`role-${role}`), said[role] && listInWords(said[role].map(model.name))]);
}
function fieldList(fields) {
const given = fields.filter(([, value]) => value !== void 0 && value !== "");
return h("dl", { class: "fields" }, given.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

// evidence/statement.js
var LINKS_AT_ONCE = 3;
function statementCard(app, index, { whole = false } = {}) {
const { model } = app;
const statement = model.statements[index];
const told3 = voiceText(model, statement);
const hidden = app.selection.kept[index] === 0;
return h("div", { class: hidden && !whole ? "statement left-out" : "statement", "data-statement": index }, hidden && !whole && h("p", { class: "hidden-note" }, t("statement-hidden")), h("p", { class: "sentence" }, signMark(statement.sign), " ", sentenceOf(statement)), told3 && h("p", { class: "voice" }, told3), statement.gloss && h("p", { class: "gloss" }, statement.gloss), marks(model, statement), placesOf(model, statement), linksOf(app, index, whole), whole ? fieldsOf(model, statement) : foldedFields(app, `statement:${index}`, () => fieldsOf(model, statement)));
}
function marks(model, statement) {
const type = model.types.get(statement.type);
const label = h("li", { class: "type", title: type?.definition }, type?.label ?? statement.type);
return h("ul", { class: "marks", "aria-label": t("statement-marks") }, label, marksOf(model, statement));
}
function linksOf(app, index, whole) {
const { model } = app;
const { links = [] } = model.statements[index];
const onwards = links.map(({ kind, to }) => stepTo(app, `link-${kind}`, { statement: to }));
const back = (model.linkedFrom.get(index) ?? []).map(({ kind, from }) => stepTo(app, `link-${kind}-back`, { statement: from }));
const all = [...onwards, ...back, ...stepsBack(app, `statement:${index}`)];
if (all.length === 0) return null;
const cut = whole || all.length <= LINKS_AT_ONCE + 1 ? all.length : LINKS_AT_ONCE;
const rest = all.slice(cut);
return [h("ul", { class: "links", "aria-label": t("statement-links") }, all.slice(0, cut)), rest.length > 0 && h("details", {}, h("summary", {}, t("statement-further-links", { n: rest.length })), h("ul", { class: "links" }, rest))];
}
function fieldsOf(model, statement) {
const type = model.types.get(statement.type);
return fieldList([[t("field-type"), type?.definition ? `${type.label}: ${type.definition}` : void 0], ...voiceFields(statement), [t("field-from-as", { actor: labels(model, statement.from) }), ownWords(statement.from_as)], [t("field-to-as", { actor: labels(model, statement.to) }), ownWords(statement.to_as)], ...contextFields(model, statement)]);
}
function ownWords(words) {
return words && t("tell-quoted", { words });
}

// evidence/verdict_list.js
function verdictList(model, compared2, key) {
if (compared2.length === 0) return null;
const items = model.views.length > 2 ? verdictGroups(model, compared2) : compared2.map((each) => verdictItem(model, each, key));
return h("ul", { class: "verdicts", "aria-label": t("panel-verdicts") }, items);
}
function verdictItem(model, compared2, key) {
const { dyad } = compared2;
const owner = verdictOwner(model, compared2, key);
return h("li", { class: dyad.contested ? "contested" : null }, verdictBadge(verdictName(model, compared2), dyad.contested), h("p", {}, facetsText(model, compared2), verdictReason(model, compared2), alsoText(dyad)), owner && h("p", { class: "note" }, owner), standsOn(model, dyad, owner === null), signsHeld(model, [compared2]), dyad.via_roll_up && h("p", { class: "note" }, t("panel-rolled-up")));
}
function verdictGroups(model, compared2) {
const groups = /* @__PURE__ */ new Map();
for (const each of compared2) {
const name = verdictName(model, each);
groups.set(name, [...groups.get(name) ?? [], each]);
}
const items = [...groups.values()].map((group) => {
const [{ dyad }] = group;
const pairs = group.map((each) => {
const [a, b] = each.comparison.views.map((view) => viewName(model, view));
const why = each.dyad.silence ? verdictReason(model, each) : facetsText(model, each);
return h("li", {}, a, " – ", b, why && ` ${why}`, each.dyad.via_roll_up && ` (${t("words-rolled-up")})`);
});
return h("li", { class: dyad.contested ? "contested" : null }, verdictBadge(verdictName(model, group[0]), dyad.contested), !dyad.silence && h("p", {}, verdictReason(model, group[0])), h("ul", { class: "between" }, pairs));
});
return [h("li", { class: "held" }, signsHeld(model, compared2)), ...items];
}
function alsoText(dyad) {
const verdicts = (dyad.also ?? []).map((verdict) => t(`verdict-name-${verdict}`));
return verdicts.length > 0 && ` ${t("panel-verdict-also", { verdicts: listInWords(verdicts) })}`;
}
function standsOn(model, dyad, ofThese) {
const told3 = [...firmnessText(model, dyad), ofThese && dyad.as_named && t("verdict-as-named", { verdict: t(`verdict-name-${dyad.as_named}`) })].filter(Boolean);
return told3.length > 0 && h("p", { class: "note" }, told3.join(" "));
}
function firmnessText(model, { rests_on = [], untried }) {
const passages = rests_on.map((passage) => passageName(model, passage));
return [passages.length > 0 && t("verdict-rests-on", { n: passages.length, passages: listInWords(passages) }), untried && t("verdict-untried")].filter((text) => typeof text === "string");
}
function passageName(model, passage) {
const { work, paragraph, when } = passage;
if (when) return dateInWords(model, when);
if ("statement" in passage && passage.statement !== void 0) return t("passage-statement", { statement: model.statements[passage.statement].id });
if ("position" in passage && passage.position !== void 0) return t("issue-passage", { position: model.positions[passage.position].id });
const author = model.works.get(work ?? "")?.author ?? "";
const view = model.views.find(({ authors }) => authors.includes(author));
return t("passage-of", { place: `p${paragraph}`, author: view?.short ?? author });
}
function facetsText(model, { dyad }) {
const facets = (dyad.facets ?? []).map((facet) => model.facets.get(facet) ?? facet);
return facets.length > 0 && `${t("panel-facets", { facets: listInWords(facets), n: facets.length })} `;
}
function signsHeld(model, compared2) {
const signs = /* @__PURE__ */ new Map();
for (const { comparison, dyad } of compared2) {
comparison.views.forEach((view, side) => {
if (!signs.has(view)) signs.set(view, dyad.signs[side]);
});
}
if ([...signs.values()].every((held) => held.length === 0)) return null;
const sides = [...signs].map(([view, held]) => {
const marks2 = [...held].sort((a, b) => b - a).map((sign) => signMark(sign));
return h("span", {}, viewName(model, view), " ", marks2.length > 0 ? marks2 : t("held-nothing"));
});
const all = compared2.some(({ dyad }) => dyad.facets);
return h("p", { class: "signs" }, t(all ? "panel-held-in-all" : "panel-held-now"), " ", sides);
}
function verdictBadge(name, contested) {
const mark2 = contested && h("span", { class: "unequal", "aria-hidden": "true" }, "≠");
return h("strong", { class: "verdict-name" }, mark2, name);
}

// evidence/dyad.js
function dyadParts(app, key, pair) {
const { model, state, selection } = app;
const compared2 = comparedOn(model, state.level, key);
const told3 = new Set(statementsOn(model, state.level, key));
for (const { dyad } of compared2) for (const index of dyad.statements.flat()) told3.add(index);
const all = [...told3].sort((a, b) => a - b);
const answers = answersIn(compared2);
const left = all.filter((index) => selection.kept[index] === 1);
return [h("h2", { tabindex: -1 }, actorLink(app, pair[0]), h("span", { class: "dash" }, " – "), actorLink(app, pair[1])), verdictList(model, compared2, key), left.length === 0 && h("p", { class: "note" }, t("panel-none-left")), dyadBody(app, { shown: left, answers, all, compared: compared2 }), hiddenFold(app, all, answers)];
}
function actorLink(app, id) {
return h("button", opensEvidence(app, `actor:${id}`), app.model.name(id));
}
function answersIn(compared2) {
const answers = /* @__PURE__ */ new Map();
const named2 = [...compared2].sort((a, b) => Number(a.dyad.via_roll_up ?? false) - Number(b.dyad.via_roll_up ?? false));
for (const { comparison, dyad } of named2) {
for (const { statements, differs = [] } of dyad.pairs ?? []) {
if (answers.has(statements.join())) continue;
const ways = differs.filter((way) => way !== "agrees");
answers.set(statements.join(), { views: comparison.views, statements, differs: ways, lifted: dyad.via_roll_up ?? false });
}
}
return [...answers.values()];
}
function dyadBody(app, { shown, answers, all, compared: compared2 }) {
const { model } = app;
const wanted = new Set(shown);
const rows = model.views.length === 2 ? answers.filter(({ statements }) => statements.some((index) => wanted.has(index))) : [];
const grounds = model.views.length === 2 ? groundRows(app, compared2, wanted) : [];
const inRows = new Set(rows.flatMap(({ statements }) => statements));
for (const { ground = [] } of compared2.map(({ dyad }) => dyad)) if (grounds.length > 0) for (const index of ground.flat(2)) inRows.add(index);
const rest = shown.filter((index) => !inRows.has(index));
return [grounds, rows.length > 0 && [h("h3", {}, t("panel-answers")), ...answerRows(app, rows)], rest.length > 0 && rows.length > 0 && h("h3", {}, t("panel-beside")), rest.length > 0 && columns(app, rest, model.views.length === 2 ? [] : answers, all)].flat();
}
function groundRows(app, compared2, wanted) {
const told3 = /* @__PURE__ */ new Set();
const rows = compared2.flatMap(({ comparison, dyad }) => (dyad.ground ?? []).map((ground, nth) => {
if (!ground.flat().some((index) => wanted.has(index))) return null;
const verdict = nth > 0 && t(`verdict-name-${dyad.also?.[nth - 1]}`);
const said = verdict ? t("row-grounds-also", { verdict }) : t("row-grounds");
const cells = ground.map((indices, side) => viewCell(app, comparison.views[side], indices, { told: told3 }));
for (const index of ground.flat()) told3.add(index);
const parts = [h("p", { class: "differs" }, said), h("div", { class: "columns" }, cells)];
return h("div", { class: "answer", role: "group", "aria-label": said }, parts);
}));
return rows.filter((row) => row !== null);
}
function answerRows(app, rows) {
const told3 = /* @__PURE__ */ new Set();
return rows.map((answer) => {
const row = answerRow(app, answer, told3);
for (const index of answer.statements) told3.add(index);
return row;
});
}
function answerRow(app, { views, statements, differs, lifted }, told3) {
const said = [differencesText(differs), lifted && t("words-rolled-up")].filter(Boolean).join(", ");
const cells = statements.map((index, side) => viewCell(app, views[side], [index], { told: told3 }));
const note = h("p", { class: "differs" }, h("span", { "aria-hidden": "true" }, differs.length === 0 ? "=" : "↔"), " ", said);
return h("div", { class: "answer", role: "group", "aria-label": said }, note, h("div", { class: "columns" }, cells));
}
function differencesText(differs) {
return differs.length === 0 ? t("panel-agrees") : t("panel-differs", { ways: listInWords(differs.map((way) => t(`differs-${way}`))) });
}
function columns(app, indices, answers, all) {
const { model, selection } = app;
const hidden = all.filter((index) => selection.kept[index] === 0 && !indices.includes(index));
const hides = (view) => hidden.some((index) => model.statements[index].views.includes(view));
const cells = model.views.flatMap((_, view) => {
const own = indices.filter((index) => model.statements[index].views.includes(view));
if (own.length === 0 && model.views.length > 2) return [];
return [viewCell(app, view, own, { answers, nothing: t(hides(view) ? "panel-only-hidden" : "held-nothing") })];
});
return h("div", { class: "columns" }, cells);
}
function viewCell(app, view, indices, { answers = [], told: told3 = /* @__PURE__ */ new Set(), nothing = "" }) {
const card = (index) => told3.has(index) ? statementLink(app, index) : statementCard(app, index);
const cards = indices.map((index) => h("li", {}, card(index), answeredBy(app, index, answers)));
return h("div", { class: `cell view-${view}` }, h("p", { class: "whose" }, viewName(app.model, view)), cards.length > 0 ? h("ul", { class: "cards" }, cards) : h("p", { class: "note" }, nothing));
}
function statementLink(app, index) {
const statement = app.model.statements[index];
return h("p", {}, signMark(statement.sign), " ", h("button", opensEvidence(app, `statement:${index}`), shortRelation(app.model, statement)), h("span", { class: "rest" }, ` ${t("panel-above")}`));
}
function answeredBy(app, index, answers) {
const own = answers.filter(({ statements }) => statements.includes(index));
if (own.length === 0) return null;
const items = own.map(({ views, statements, differs }) => {
const side = statements[0] === index ? 1 : 0;
const other = statements[side];
return h("li", {}, viewName(app.model, views[side]), " ", h("button", opensEvidence(app, `statement:${other}`), shortRelation(app.model, app.model.statements[other])), ` (${differencesText(differs)})`);
});
return h("ul", { class: "links answered", "aria-label": t("panel-answers") }, items);
}
function hiddenFold(app, all, answers) {
const { kept } = app.selection;
const inRows = new Set(answers.flatMap(({ statements }) => statements.some((index) => kept[index] === 1) ? statements : []));
const tied = app.model.views.length === 2 ? inRows : /* @__PURE__ */ new Set();
const hidden = all.filter((index) => kept[index] === 0 && !tied.has(index));
return foldOf(hidden.length, () => dyadBody(app, { shown: hidden, answers, all, compared: [] }));
}
function foldOf(n, build) {
if (n === 0) return null;
const fold = h("details", { class: "fold" }, h("summary", {}, t("panel-hidden", { n })));
const fillIn = () => {
if (fold.open && fold.childElementCount === 1) fold.append(h("div", {}, build()));
};
fold.addEventListener("toggle", fillIn);
return fold;
}

// evidence/actor.js
function actorParts(app, id) {
const { selection } = app;
const all = relationsOf(app, id);
const left = all.filter(([index]) => selection.kept[index] === 1);
const hidden = all.filter(([index]) => selection.kept[index] === 0);
return [h("h2", { tabindex: -1 }, app.model.name(id)), whoItIs(app, id), actorButtons(app, id), left.length === 0 && h("p", { class: "note" }, t("panel-none-left")), ...tiesByView(app, id, left), ...issuesAbout(app, id), foldOf(new Set(hidden.map(([index]) => index)).size, () => tiesByView(app, id, hidden))];
}
function relationsOf({ model, state }, id) {
const pairs = model.levels.get(state.level)?.pairs ?? [];
return pairs.flatMap((own, index) => own.flatMap((pair) => pair.includes(id) ? [relationIn(index, pair)] : []));
}
function relationIn(index, pair) {
return [index, pair];
}
function whoItIs(app, id) {
const { model } = app;
const actor = model.actors.get(id);
if (!actor) return null;
const larger = (ids) => [ids ?? []].flat().flatMap((each, place) => [place > 0 && ", ", model.actors.has(each) ? actorLink(app, each) : each]);
const smaller = [...model.actors.values()].filter((other) => [other.stands_for ?? [], other.part_of ?? []].flat().includes(id));
const facts = [[t("actor-kind"), [kindText(actor.kind)]], [t("actor-aliases"), [(actor.aliases ?? []).map(aliasText).join(", ")]], [t("actor-stands-for"), larger(actor.stands_for)], [t("actor-part-of"), larger(actor.part_of)], [t("actor-composed-of"), larger(actor.members ?? actor.composed_of)], [t("actor-stood-for-by"), larger(smaller.map((other) => other.id))]];
const given = facts.filter(([, value]) => value.some((part2) => part2 !== "" && part2));
return h("dl", { class: "fields" }, given.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}
function kindText(kind) {
return t(kind === "unknown" ? "actor-kindless" : `actor-kind-${kind}`);
}
function aliasText(alias) {
return typeof alias === "object" && alias !== null && "name" in alias ? String(alias.name) : String(alias);
}
function actorButtons(app, id) {
const focused = app.state.focus === id;
const only = app.state.actor.length === 1 && app.state.actor[0] === id;
const focus = () => app.change({ focus: focused ? null : id, form: focused ? app.state.form : "graph" });
const narrow = () => app.change({ actor: only ? [] : [id] });
return h("p", { class: "buttons" }, h("button", { type: "button", id: "focus-actor", "aria-pressed": String(focused), click: focus }, t("actor-focus")), h("button", { type: "button", id: "only-actor", "aria-pressed": String(only), click: narrow }, t("actor-only")));
}
function tiesByView(app, id, relations) {
const { model } = app;
return model.views.flatMap((_, view) => {
const own = relations.filter(([index]) => model.statements[index].views.includes(view));
if (own.length === 0) return [];
const partners = partnersIn(id, own).map((partner) => h("li", {}, partnerRow(app, id, partner)));
return [h("h3", {}, viewName(model, view)), h("ul", { class: "partners" }, partners)];
});
}
function issuesAbout(app, id) {
const about = [...app.model.issues.values()].filter((issue) => issue.about?.includes(id));
if (about.length === 0) return [];
const items = about.map((issue) => h("li", {}, h("button", opensEvidence(app, `issue:${issue.id}`), issue.question)));
return [h("h3", {}, t("form-issues")), h("ul", { class: "links" }, items)];
}
function partnersIn(id, relations) {
const partners = /* @__PURE__ */ new Map();
for (const [index, [from, to]] of relations) {
const other = from === id ? to : from;
const partner = partners.get(other) ?? { partner: other, out: [], into: [] };
partners.set(other, partner);
(from === id ? partner.out : partner.into).push(index);
}
const size = ({ out, into }) => out.length + into.length;
return [...partners.values()].sort((a, b) => size(b) - size(a) || (a.partner < b.partner ? -1 : 1));
}
function partnerRow(app, id, { partner, out, into }) {
const { model } = app;
const all = [.../* @__PURE__ */ new Set([...out, ...into])];
const signs = [1, 0, -1].flatMap((sign) => {
const n = all.filter((index) => Math.sign(model.statements[index].sign) === sign).length;
return n === 0 ? [] : [h("span", { class: "tally" }, signMark(sign), ` ${n}`)];
});
const said = t("actor-with", { name: model.name(partner) });
return [h("span", { class: "partner" }, h("button", { ...opensEvidence(app, pairKey(id, partner)), title: said }, model.name(partner)), h("span", { class: "tallies" }, signs)), h("span", { class: "how" }, waysOf(model, "→", "actor-does", out), waysOf(model, "←", "actor-suffers", into))];
}
function waysOf(model, arrow, key, indices) {
if (indices.length === 0) return null;
const types = indices.map((index) => {
const { type, sign, negated } = model.statements[index];
const label = model.types.get(type)?.label ?? type;
return `${signGlyph(sign)} ${negated ? t("tell-not", { relation: label }) : label}`;
});
const once = [...new Set(types)].join(", ");
return h("span", { class: "way" }, h("span", { role: "img", "aria-label": t(key), title: t(key) }, arrow), ` ${once}`);
}

// evidence/frame.js
function frameParts(app, { id, name, kind }) {
const { model } = app;
const back = stepsBack(app, `frame:${id}`);
const own = model.statements.flatMap((statement, index) => statement.frame === id ? [index] : []);
const byView2 = model.views.flatMap((_, view) => {
const said = own.filter((index) => model.statements[index].views.includes(view));
if (said.length === 0) return [];
const cards = said.map((index) => h("li", {}, statementCard(app, index)));
return [h("h3", {}, viewName(model, view)), h("ul", { class: "cards" }, cards)];
});
return [h("h2", { tabindex: -1 }, name), h("p", { class: "note" }, t(`frame-kind-${kind}`)), back.length > 0 && h("ul", { class: "links", "aria-label": t("position-reasons") }, back), ...byView2];
}

// evidence/issue_verdicts.js
function issueVerdictList(model, compared2) {
if (compared2.length === 0) return [];
const two = model.views.length === 2;
const items = issueVerdictGroups(model, compared2, { silences: two }).map(({ name, group }) => {
const [{ found }] = group;
return h("li", { class: found.contested ? "contested" : null }, verdictBadge(name, found.contested), h("p", {}, issueVerdictReason(model, group[0])), two ? besides(model, group[0]).map((told3) => h("p", { class: "note" }, told3)) : betweenWhom(model, group));
});
const list = items.length > 0 && h("ul", { class: "verdicts", "aria-label": t("panel-verdicts") }, items);
return [list, ...two ? [] : silences(model, compared2)];
}
function silences(model, compared2) {
const silent = compared2.filter(({ found }) => found.silence).map((each) => issueVerdictReason(model, each));
return [...new Set(silent)].map((told3) => h("p", { class: "note" }, told3));
}
function issueVerdictGroups(model, compared2, { silences: all }) {
const groups = /* @__PURE__ */ new Map();
for (const each of compared2) {
if (!all && each.found.silence) continue;
const name = issueVerdictName(model, each);
groups.set(name, [...groups.get(name) ?? [], each]);
}
return [...groups].map(([name, group]) => ({ name, group }));
}
function betweenWhom(model, group) {
const pairs = group.map((each) => {
const [a, b] = each.views.map((view) => viewName(model, view));
const told3 = besides(model, each);
return h("li", {}, a, " – ", b, told3.length > 0 && ` ${told3.join(" ")}`);
});
return h("ul", { class: "between" }, pairs);
}
function besides(model, compared2) {
return [...howTheyMeet(model, compared2), ...firmnessText(model, compared2.found)];
}
function besidesShortly(model, compared2) {
const n = compared2.found.rests_on?.length ?? 0;
return [...howTheyMeet(model, compared2), ...n > 0 ? [t("issues-rests-on", { n })] : []];
}
function howTheyMeet(model, { found }) {
const issue = model.issues.get(found.issue);
const denied = (found.shared_denials ?? []).map((answer) => t("tell-quoted", { words: answerLabel(issue, answer) }));
return [found.other?.includes("reasons") && t("issue-beside-reasons"), found.other?.includes("conclusions") && t("issue-beside-conclusions"), denied.length > 0 && t("issue-beside-denials", { answers: listInWords(denied) })].filter((text) => typeof text === "string");
}

// evidence/position.js
function positionCard(app, at, { whole = false } = {}) {
const { model } = app;
const position = model.positions[at];
const told3 = voiceText(model, position);
const marks2 = marksOf(model, position).filter(Boolean);
const hidden = app.selection.keptPositions[at] === 0;
return h("div", { class: hidden && !whole ? "statement left-out" : "statement", "data-position": at }, hidden && !whole && h("p", { class: "hidden-note" }, t("statement-hidden")), h("p", { class: "sentence" }, answerMark(model, position)), told3 && h("p", { class: "voice" }, told3), position.condition && h("p", {}, `${t("field-condition")}: ${position.condition}`), position.gloss && h("p", { class: "gloss" }, position.gloss), marks2.length > 0 && h("ul", { class: "marks", "aria-label": t("statement-marks") }, marks2), placesOf(model, position), reasonsOf(app, at), whole ? fieldsOf2(model, position) : foldedFields(app, `position:${at}`, () => fieldsOf2(model, position)));
}
function answerMark(model, position) {
const { answer, views } = position;
const stand = { answer, label: answerOf(model, position), positions: [], ...senseOf(model, position) };
return standMark(stand, views[0]);
}
function positionParts(app, at) {
const { model, selection } = app;
const { issue } = model.positions[at];
const go = { ...opensEvidence(app, `issue:${issue}`), class: null };
return [h("h2", { tabindex: -1 }, model.issues.get(issue)?.question ?? issue), selection.keptPositions[at] === 0 && h("p", { class: "note" }, t("panel-this-hidden")), positionCard(app, at, { whole: true }), h("p", { class: "buttons" }, h("button", go, t("panel-all-answers")))];
}
function reasonsOf(app, at) {
const { rests_on = [], so = [] } = app.model.positions[at];
const all = [...rests_on.map((reason) => stepTo(app, "reason-rests-on", reason)), ...so.map((reason) => stepTo(app, "reason-so", reason)), ...stepsBack(app, `position:${at}`)];
return all.length > 0 && h("ul", { class: "links", "aria-label": t("position-reasons") }, all);
}
function fieldsOf2(model, position) {
return fieldList([...voiceFields(position), ...contextFields(model, position)]);
}

// evidence/issue.js
var STANDING = ["undecided", "wrong-question"];
function issueParts(app, issue) {
const { model, selection } = app;
const views = model.views.map((_, view) => view);
const all = model.positionsOn.get(issue.id) ?? [];
const compared2 = issueCompared(model, issue.id, views);
const isKept = (at) => selection.keptPositions[at] === 1;
const hidden = all.filter((at) => !isKept(at));
return [h("h2", { tabindex: -1 }, issue.question), whatItAsks(app, issue), answersOf(app, issue), ...issueVerdictList(model, compared2), compared2.length > 0 && isOfMore(model, issue, views, isKept) && h("p", { class: "note" }, t("issues-whole")), hidden.length === all.length && h("p", { class: "note" }, t("panel-none-left")), hidden.length < all.length && columns2(app, issue, isKept), foldOf(hidden.length, () => [columns2(app, issue, (at) => !isKept(at))])];
}
function whatItAsks(app, { kind, about = [] }) {
const actors = about.flatMap((actor, place) => [place > 0 && ", ", actorLink(app, actor)]);
return h("p", { class: "note" }, t(`issue-kind-${kind}`), actors.length > 0 && [" · ", ...actors]);
}
function answersOf({ model }, issue) {
const stands = model.views.flatMap((_, view) => standsOf(model, issue, view).map((stand) => ({ view, stand })));
const offered = issue.answers.map(({ id }) => id);
const given = STANDING.filter((id) => stands.some(({ stand }) => stand.answer === id));
const rows = [...offered, ...given].map((id) => {
const label = answerLabel(issue, id);
const marks2 = stands.flatMap(({ view, stand }) => {
if (stand.answer !== id) return [];
const { short, letter } = model.views[view];
const exactly = stand.label === label ? "" : ` (${stand.label})`;
const told3 = `${short}: ${stand.word || t("standing-holds")}${exactly}`;
const mark2 = standMark({ ...stand, label: letter, word: "" }, view);
return [h("span", { role: "img", "aria-label": told3, title: told3 }, mark2)];
});
return h("li", {}, h("span", {}, label), h("span", { class: "givers" }, marks2));
});
return h(issue.ordered ? "ol" : "ul", { class: "answer-list", "aria-label": t("issue-answers") }, rows);
}
function columns2(app, issue, isShown) {
const { model } = app;
const cells = model.views.flatMap((_, view) => {
const own = standsOf(model, issue, view, isShown).flatMap(({ positions }) => positions);
if (own.length === 0 && model.views.length > 2) return [];
const cards = own.map((at) => h("li", {}, positionCard(app, at)));
return [h("div", { class: `cell view-${view}` }, h("p", { class: "whose" }, viewName(model, view)), own.length > 0 ? h("ul", { class: "cards" }, cards) : h("p", { class: "note" }, t(absence(model, issue, view))))];
});
return h("div", { class: "columns" }, cells);
}

// evidence/panel.js
function startPanel(app) {
const panel = byId("panel");
const body = byId("evidence");
const said = panel.appendChild(h("p", { id: "panel-said", class: "unseen", role: "status" }));
const focus = panelFocus(panel);
const close = () => app.change({ at: null });
byId("close-panel")?.addEventListener("click", close);
document.addEventListener("keydown", (event) => {
if (event.key !== "Escape" || event.defaultPrevented || app.state.at === null) return;
event.preventDefault();
close();
});
app.follow((_, before) => {
const { at } = app.state;
const first = before === app.state;
const moved = first || before.at !== at;
if (!moved && (at === null || !needsRebuild(app, before))) return;
const parts = at === null ? null : panelParts(app, at);
panel.hidden = parts === null;
document.body.toggleAttribute("data-pair", parts !== null && isOfSeveral(app, at));
fill(body, ...parts ?? []);
if (moved) body.scrollTop = 0;
if (moved && !first) focus(parts !== null);
said.textContent = parts === null ? "" : t("panel-said", { what: body.querySelector("h2")?.textContent ?? "" });
});
}
function isOfSeveral({ model }, at) {
return pairOf(model, at) !== null || (at?.startsWith("issue:") ?? false);
}
function needsRebuild(app, before) {
return app.selects(before) || before.lang !== app.state.lang || before.focus !== app.state.focus;
}
function panelParts(app, at) {
const { model } = app;
const [kind, rest] = [at.slice(0, at.indexOf(":")), at.slice(at.indexOf(":") + 1)];
const place = /^\d+$/.test(rest) ? Number(rest) : -1;
const [issue, frame] = [model.issues.get(rest), model.frames.get(rest)];
if (kind === "actor" && model.actors.has(rest)) return flatParts(actorParts(app, rest));
if (kind === "statement" && model.statements[place]) return flatParts(statementParts(app, place));
if (kind === "position" && model.positions[place]) return flatParts(positionParts(app, place));
if (kind === "issue" && issue) return flatParts(issueParts(app, issue));
if (kind === "frame" && frame) return flatParts(frameParts(app, frame));
const pair = pairOf(app.model, at);
return pair && flatParts(dyadParts(app, pairKey(...pair), pair));
}
function flatParts(parts) {
return parts.flat(2);
}
function statementParts(app, index) {
const { model, state, selection } = app;
const statement = model.statements[index];
const pairs = pairsOf(model, state.level, index).map((pair) => {
const key = pairKey(...pair);
const go = { type: "button", click: () => app.change({ at: key }) };
const between = h("h3", {}, actorLink(app, pair[0]), h("span", { class: "dash" }, " – "), actorLink(app, pair[1]));
const verdicts = verdictList(model, comparedOn(model, state.level, key), key);
return [between, verdicts, h("p", { class: "buttons" }, h("button", go, t("panel-all-between")))];
});
return [h("h2", { tabindex: -1 }, t("panel-statement", { name: authorName(model, statement.author), number: grammaticalNumber(viewOf(model, statement.author)?.plural) })), selection.kept[index] === 0 && h("p", { class: "note" }, t("panel-this-hidden")), statementCard(app, index, { whole: true }), ...pairs];
}
function panelFocus(panel) {
let byKey = false;
let opener = null;
addEventListener("keydown", () => byKey = true, true);
addEventListener("pointerdown", () => byKey = false, true);
return (open) => {
const active = document.activeElement;
const within = active !== null && panel.contains(active);
if (!open) {
const back = opener?.isConnected ? opener : null;
if (byKey || within || active === document.body) back?.focus({ preventScroll: true });
opener = null;
return;
}
if (active !== null && active !== document.body && !within) opener = active;
if (byKey || active === document.body) panel.querySelector("h2")?.focus({ preventScroll: true });
};
}

// picture/drawings.js
var MARK = String.fromCharCode(1);
var drawings = { texts: null, parts: [], unpacking: null };
function areUnpacked() {
return drawings.texts !== null;
}
function unpacked() {
drawings.unpacking ??= unpack("drawings").then(([parts, list]) => {
drawings.parts = parts;
drawings.texts = list;
return drawings.texts;
});
return drawings.unpacking;
}
function drawing(index) {
const text = drawings.texts?.[index];
if (text === void 0) return null;
const pieces = text.split(MARK).map((piece, place) => place % 2 === 1 ? drawings.parts[Number(piece)] : piece);
const root = new DOMParser().parseFromString(pieces.join(""), "image/svg+xml").documentElement;
if (root.localName !== "svg") throw new Error(`drawing ${index} cannot be read`);
return document.adoptNode(root);
}
function drawnHeight(index) {
return Number(drawings.texts?.[index]?.match(/viewBox="0 0 [\d.]+ ([\d.]+)"/)?.[1] ?? 0);
}
async function unpack(id) {
const binary = atob(byId(id).textContent.trim());
const bytes = new Uint8Array(binary.length);
for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
return new Response(stream).json();
}

// picture/legend.js
var WIDE = 760;
var LEGEND_MARGIN = 12;
function legendsOf(model, pictures) {
const [first, ...others] = pictures;
const apart = others.length > 0 ? likePictures(model, first).find((picture) => picture.legends_apart) : void 0;
const { lang } = document.documentElement;
return (apart?.legends_apart ?? first.legends)[lang];
}
function likePictures({ document: document2 }, { level, keeps }) {
return document2.pictures.filter((each) => each.level === level && each.keeps === keeps);
}
function showLegend(model, pictures, room) {
const place = byId("legend");
const which = room >= WIDE ? 0 : 1;
const index = legendsOf(model, pictures)[which];
if (place.dataset.drawing === `${index} ${room}`) return;
const legend = drawing(index);
if (!legend) return;
place.dataset.drawing = `${index} ${room}`;
const { width } = legend.viewBox.baseVal;
legend.setAttribute("width", String(width));
fill(place, legend);
const like = likePictures(model, pictures[0]).map((picture) => legendsOf(model, [picture])[which]);
const highest = Math.max(...like.map(drawnHeight));
const shrunk = Math.min(1, (room - 2 * LEGEND_MARGIN) / width);
place.style.setProperty("--high", `${Math.ceil(highest * shrunk)}px`);
}

// picture/aria_labels.js
function labelMarks({ app: { model }, picture: { view }, svg, lines, spots, extras }) {
svg.setAttribute("role", "group");
const whose = view === void 0 ? model.views.map((each) => each.name).join(", ") : model.views[view].name;
svg.setAttribute("aria-label", t("graph-picture", { name: whose }));
for (const { element, label, tie } of lines) {
label?.setAttribute("aria-hidden", "true");
if (element) asButton(element, tie.statements.map((index) => model.statements[index].sentence).join(" "));
}
for (const { element, id, ghost } of spots.values()) {
if (ghost) element.setAttribute("aria-hidden", "true");
else asButton(element, ariaName(element, model.name(id)));
}
for (const { element } of extras) element.setAttribute("aria-hidden", "true");
}
function asButton(element, name) {
element.setAttribute("role", "button");
element.setAttribute("tabindex", "-1");
element.setAttribute("aria-label", name);
}
function ariaName(element, name) {
const texts2 = [...element.querySelectorAll("text")];
for (const text of texts2) if (text.nextSibling?.nodeType !== Node.TEXT_NODE) text.after(" ");
const written = texts2.map((text) => text.textContent).join(" ");
return written.includes(name) ? written : `${written}, ${name}`;
}

// picture/geometry.js
function boxOfPlace(place) {
if (!place) return null;
const { x, y, width, height } = place;
return { x: x - width / 2, y: y - height / 2, width, height };
}
function boxOfLine({ label, element, gone }) {
if (gone) return null;
const boxes = [label, element].map((part2) => part2?.getBBox());
const box = boxes.find((each) => each && each.width + each.height > 0);
return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}
var known = /* @__PURE__ */ new WeakMap();
function controlsOf(line) {
const before = known.get(line);
if (before !== void 0) return before;
const written = line.element?.querySelector("path[d]")?.getAttribute("d") ?? "";
const numbers = (written.match(/-?[\d.]+/g) ?? []).map(Number);
const controls = written.includes("Q") && numbers.length === 6 ? numbers : null;
known.set(line, controls);
return controls;
}
function unitedBox(boxes) {
const x = Math.min(...boxes.map((box) => box.x));
const y = Math.min(...boxes.map((box) => box.y));
const right = Math.max(...boxes.map((box) => box.x + box.width));
const bottom = Math.max(...boxes.map((box) => box.y + box.height));
return { x, y, width: right - x, height: bottom - y };
}
function leftPart({ lines, spots }) {
const boxes = [...spots.values()].flatMap((spot) => spot.gone ? [] : boxOfPlace(spot.place) ?? []);
const labels2 = lines.flatMap((line) => boxOfLine(line) ?? []);
return boxes.length === 0 ? null : unitedBox([...boxes, ...labels2]);
}
function neighbourhoodOf({ lines, spots }, focus) {
if (!spots.has(focus)) return null;
const near = /* @__PURE__ */ new Set([focus]);
for (const { tie, gone } of lines) if (!gone && (tie.from === focus || tie.to === focus)) near.add(tie.from).add(tie.to);
return unitedBox([...near].flatMap((id) => boxOfPlace(spots.get(id)?.place) ?? []));
}
function linesAt({ lines }, at) {
if (!at.startsWith("statement:")) return lines.filter(({ key }) => key === at);
const statement = Number(at.slice(10));
return lines.filter(({ tie }) => tie.statements.includes(statement));
}
function chosenParts({ lines, spots }, at) {
const place = (id) => boxOfPlace(spots.get(id)?.place) ?? [];
if (at.startsWith("actor:")) return [place(at.slice(6))].flat();
const line = linesAt({ lines }, at).find(({ gone }) => !gone);
const label = line && boxOfLine(line);
return label ? [unitedBox([label, place(line.tie.from), place(line.tie.to)].flat()), label] : [];
}

// picture/labels.js
var pins = /* @__PURE__ */ new WeakMap();
function pinOf(label) {
const known2 = pins.get(label);
if (known2 !== void 0) return known2;
const moved = label.firstElementChild?.getAttribute("transform")?.match(/translate\(([-\d.]+),([-\d.]+)\)/);
const rects = [...label.querySelectorAll("rect")].map((rect) => {
const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
return { x: x + Number(moved?.[1]), y: y + Number(moved?.[2]), width, height };
});
const badge = rects.at(-1);
if (!moved || !badge) {
pins.set(label, null);
return null;
}
const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
const right = Math.max(...rects.map(({ x, width }) => x + width));
const bottom = Math.max(...rects.map(({ y, height }) => y + height));
const box = { x: left, y: top, width: right - left, height: bottom - top };
const pin = { x: badge.x + badge.width / 2, y: badge.y + badge.height / 2, box, sign: badge };
label.style.setProperty("transform-origin", `${pin.x}px ${pin.y}px`);
pins.set(label, pin);
return pin;
}
function grownBox(box, x, y, factor) {
const { width, height } = box;
return { x: x + (box.x - x) * factor, y: y + (box.y - y) * factor, width: width * factor, height: height * factor };
}
function meet(a, b) {
return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
function makeRoom(drawn, factor) {
const isSeen = ({ label, gone }) => label && !gone && !label.classList.contains("far");
const seen = factor > 1 ? drawn.lines.filter(isSeen) : [];
const key = `${factor} ${drawn.small} ${drawn.grow} ${seen.map(({ label }) => label?.dataset.id).join()}`;
if (key === drawn.roomFor) return;
drawn.roomFor = key;
for (const label of drawn.roomy) label.classList.remove("roomy", "signed");
drawn.roomy = [];
if (seen.length === 0) return;
const taken = [];
for (const { place, gone, element, grow } of drawn.spots.values()) {
const box = boxOfPlace(place);
if (box && !gone && !element.classList.contains("far")) taken.push(grownBox(box, place.x, place.y, grow));
}
const waiting = new Set(seen.flatMap(({ label }) => (label && pinOf(label)) ?? []));
for (const { label } of seen) {
const pin = label && pinOf(label);
if (!pin) continue;
const others = [...waiting].filter((other) => other !== pin).map(({ box, sign }) => drawn.small ? sign : box);
const wanted = drawn.small ? [pin.box, pin.sign] : [pin.box];
const grown2 = wanted.map((box) => grownBox(box, pin.x, pin.y, factor));
const fits = grown2.findIndex((box) => ![...taken, ...others].some((other) => meet(box, other)));
if (fits < 0) continue;
taken.push(grown2[fits]);
waiting.delete(pin);
label.classList.add(fits === 0 ? "roomy" : "signed");
drawn.roomy.push(label);
}
}

// picture/line_ends.js
var MOST_CUT = 0.4;
var STEPS = 24;
var HALVINGS = 6;
var heads = /* @__PURE__ */ new WeakMap();
var cutFor = /* @__PURE__ */ new WeakMap();
function cutLines({ lines, spots }) {
for (const line of lines) {
const [from, to] = [spots.get(line.tie.from), spots.get(line.tie.to)];
if (line.gone || !from || !to) continue;
const grown2 = `${from.grow} ${to.grow}`;
if ((cutFor.get(line) ?? "1 1") === grown2) continue;
cutFor.set(line, grown2);
const controls = controlsOf(line);
if (!controls) continue;
const [start2, end] = actorsAt(controls, from, to);
cutLine(line, controls, cutBefore(controls, start2, false), cutBefore(controls, end, true));
}
}
function actorsAt(controls, from, to) {
const start2 = pointAt(controls, 0);
return outside(start2, from.place) <= outside(start2, to.place) ? [from, to] : [to, from];
}
function outside(point, { x, y, width, height }) {
return Math.max(Math.abs(point.x - x) / width, Math.abs(point.y - y) / height) * 2;
}
function cutBefore(controls, { place, grow }, atEnd) {
const at = (cut) => pointAt(controls, atEnd ? 1 - cut : cut);
const wanted = outside(at(0), place) * grow;
let [inner, outer] = [0, 0];
while (outer < MOST_CUT && outside(at(outer), place) < wanted) [inner, outer] = [outer, outer + MOST_CUT / STEPS];
for (let turn = 0; turn < HALVINGS; turn += 1) {
const middle = (inner + outer) / 2;
if (outside(at(middle), place) < wanted) inner = middle;
else outer = middle;
}
return atEnd ? 1 - outer : outer;
}
function pointAt([x0, y0, x1, y1, x2, y2], t2) {
const s = 1 - t2;
return { x: s * s * x0 + 2 * s * t2 * x1 + t2 * t2 * x2, y: s * s * y0 + 2 * s * t2 * y1 + t2 * t2 * y2 };
}
function turnAt([x0, y0, x1, y1, x2, y2], t2) {
const [across, down] = [(1 - t2) * (x1 - x0) + t2 * (x2 - x1), (1 - t2) * (y1 - y0) + t2 * (y2 - y1)];
return Math.atan2(down, across) * 180 / Math.PI;
}
function cutLine(line, controls, first, last) {
if (!heads.has(line)) heads.set(line, headsOf(line, controls));
for (const { element, atEnd } of heads.get(line) ?? []) {
const [was, is] = atEnd ? [1, last] : [0, first];
const [old, now] = [pointAt(controls, was), pointAt(controls, is)];
const turned = turnAt(controls, is) - turnAt(controls, was);
const moved = `translate(${told2(now.x)} ${told2(now.y)}) rotate(${told2(turned)}) translate(${-old.x} ${-old.y})`;
if (was === is) element.removeAttribute("transform");
else element.setAttribute("transform", moved);
}
const [start2, end] = [pointAt(controls, first), pointAt(controls, last)];
const [x0, y0, x1, y1, x2, y2] = controls;
const between = (a, b, c) => (1 - first) * ((1 - last) * a + last * b) + first * ((1 - last) * b + last * c);
const middle = { x: between(x0, x1, x2), y: between(y0, y1, y2) };
const text = [start2, middle, end].map(({ x, y }) => `${told2(x)},${told2(y)}`);
const d = `M${text[0]}Q${text[1]} ${text[2]}`;
for (const path of line.element?.querySelectorAll("path[d]") ?? []) if (path.getAttribute("d")?.includes("Q")) path.setAttribute("d", d);
}
function told2(length) {
return Math.round(length * 10) / 10;
}
function headsOf({ element }, controls) {
const [start2, end] = [pointAt(controls, 0), pointAt(controls, 1)];
return [...element?.children ?? []].flatMap((child) => {
const written = child.getAttribute("d") ?? child.getAttribute("points") ?? "";
if (written.includes("Q")) return [];
const [x, y] = child.hasAttribute("cx") ? [Number(child.getAttribute("cx")), Number(child.getAttribute("cy"))] : (written.match(/-?[\d.]+/g) ?? []).map(Number);
const atEnd = Math.hypot(x - end.x, y - end.y) < Math.hypot(x - start2.x, y - start2.y);
return [{ element: child, atEnd }];
});
}

// picture/picture.js
var SVG = "http://www.w3.org/2000/svg";
var READABLE = 6;
var LETTER = 11.5;
var NAME = 13.5;
var NAMED = 8.5;
var GROWN = 2;
var APART = 0.95;
var LABELLED = 8;
var FEW_LABELS = 40;
var MANY_LABELS = 600;
function actorOf(written) {
return written.replace(/\.([0-9a-f]+)\./g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}
var NEW_SPOT = { gone: false, lines: 0, grow: 1, most: GROWN };
var Drawn = class {
constructor(app, picture, svg) {
this.app = app;
this.picture = picture;
this.svg = svg;
const group = (name) => svg.querySelector(`.${name}`);
this.ties = group("ties");
this.labels = group("labels");
this.actors = group("actors");
this.lines = picture.ties.map((tie) => {
return { kind: "tie", tie, key: pairKey(tie.from, tie.to), element: null, label: null, gone: false };
});
this.spots = /* @__PURE__ */ new Map();
this.extras = [];
this.marks = /* @__PURE__ */ new WeakMap();
const places = new Map(picture.actors.map((place) => [place.id, place]));
for (const element of svg.querySelectorAll("[data-id]")) this.adopt(element, places);
for (const { tie } of this.lines) for (const id of /* @__PURE__ */ new Set([tie.from, tie.to])) this.countLine(id);
limitGrowth([...this.spots.values()]);
if (this.actors) this.labels?.after(this.actors);
this.chosen = this.ring("chosen");
this.held = this.ring("held");
this.marked = [];
this.isFaded = false;
this.small = false;
this.grow = 1;
this.scale = 1;
this.roomFor = "";
this.roomy = [];
this.told = this.lines.length;
labelMarks(this);
}
countLine(id) {
const spot = this.spots.get(id);
if (spot) spot.lines += 1;
}
adopt(element, places) {
const id = element.getAttribute("data-id") ?? "";
const kind = id.slice(0, id.indexOf("-"));
const rest = id.slice(kind.length + 1);
element.querySelector("title")?.remove();
if (kind === "tie" || kind === "label") this.adoptLine(element, kind, this.lines[Number(rest) - 1]);
else if (kind === "actor" || kind === "ghost") {
const actor = actorOf(rest);
const place = places.get(actor);
if (!place) return;
element.setAttribute("data-actor", actor);
const spot = { kind: "actor", id: actor, place, element, ghost: kind === "ghost", ...NEW_SPOT };
this.spots.set(actor, spot);
this.marks.set(element, spot);
} else if (kind === "badge") {
const extra = { kind, of: rest.split("--").map(actorOf), element, gone: false };
this.extras.push(extra);
this.marks.set(element, extra);
}
}
adoptLine(element, kind, line) {
if (!line) return;
this.marks.set(element, line);
if (kind === "label") line.label = element;
else line.element = element;
}
refresh(alike, ghosts) {
const { selection, model } = this.app;
const actors = /* @__PURE__ */ new Set();
const pairs = /* @__PURE__ */ new Set();
let shown = 0;
for (const line of this.lines) {
const { tie, key } = line;
const gone = !isLeft(selection, key, tie.statements) || alike && tie.views.length === model.views.length;
if (gone !== line.gone) hideMark(line, gone, [line.element, line.label]);
if (gone) continue;
shown += 1;
pairs.add(key);
actors.add(tie.from).add(tie.to);
}
for (const spot of this.spots.values()) {
const here = spot.ghost ? ghosts(spot.id) : spot.lines > 0 ? actors.has(spot.id) : selection.actors.has(spot.id);
if (here) actors.add(spot.id);
if (here === spot.gone) hideMark(spot, !here, [spot.element]);
}
for (const extra of this.extras) {
const pair = extra.kind === "badge" ? pairs.has(pairKey(extra.of[0], extra.of[1])) : extra.of.some((id) => actors.has(id));
if (pair === extra.gone) hideMark(extra, !pair, [extra.element]);
}
this.told = shown;
return shown;
}
fade(focus) {
if (focus !== null && this.spots.has(focus)) this.fadeAround(focus);
else if (this.isFaded) for (const element of this.elements()) setClass(element, false, "far", "near");
this.isFaded = focus !== null && this.spots.has(focus);
}
fadeAround(focus) {
const near = /* @__PURE__ */ new Set([focus]);
this.told = 0;
for (const { tie, gone, element, label } of this.lines) {
const touches = tie.from === focus || tie.to === focus;
if (touches && !gone) {
near.add(tie.from).add(tie.to);
this.told += 1;
}
for (const each of [element, label]) {
setClass(each, !touches, "far");
setClass(each, touches, "near");
}
}
for (const { element, id } of this.spots.values()) setClass(element, !near.has(id), "far");
for (const { element, of, kind } of this.extras) {
const touches = kind === "badge" ? of.includes(focus) : of.some((id) => near.has(id));
setClass(element, !touches, "far");
}
}
elements() {
const lines = this.lines.flatMap(({ element, label }) => [element, label]);
return [...lines, ...[...this.spots.values(), ...this.extras].map(({ element }) => element)];
}
choose(at) {
for (const element of this.marked) setClass(element, false, "at");
this.marked = [];
const spot = at?.startsWith("actor:") && this.spots.get(at.slice(6)) || null;
this.around(this.chosen, spot);
const lines = spot || at === null ? [] : linesAt(this, at);
for (const line of lines) glow(line);
this.marked = spot ? [spot.element] : lines.flatMap(({ element, label }) => [element, label]);
for (const element of this.marked) setClass(element, true, "at");
}
scaled(scale = this.scale) {
this.scale = scale;
const words = this.told <= FEW_LABELS ? grown(LABELLED, LETTER * scale) : 1;
this.labels?.style.setProperty("--grow", String(words));
this.growActors(grown(NAMED, NAME * scale));
this.small = scale * LETTER < READABLE;
makeRoom(this, words);
const bare = this.small && this.told > MANY_LABELS;
setClass(this.svg, this.small, "small");
setClass(this.svg, bare, "bare");
if (!bare) cutLines(this);
}
growActors(wanted) {
if (this.grow === wanted) return;
this.grow = wanted;
for (const spot of this.spots.values()) {
const grow = Math.min(wanted, spot.most);
if (grow !== spot.grow) spot.element.style.setProperty("--grow", String(grow));
spot.grow = grow;
}
}
ring(kind) {
const ring = document.createElementNS(SVG, "rect");
for (const [name, value] of [["class", `ring ${kind}`], ["fill", "none"], ["rx", "8"], ["hidden", ""]]) ring.setAttribute(name, value);
this.svg.append(ring);
return ring;
}
around(ring, mark2) {
const box = mark2 && (mark2.kind === "actor" ? boxOfPlace(mark2.place) : boxOfLine(mark2));
ring.toggleAttribute("hidden", !box);
if (!box) return;
const more = mark2.kind === "actor" ? mark2.grow - 1 : 0;
const [across, down] = [5 + box.width * more / 2, 5 + box.height * more / 2];
const wide = { x: box.x - across, y: box.y - down, width: box.width + 2 * across, height: box.height + 2 * down };
for (const [name, value] of Object.entries(wide)) ring.setAttribute(name, String(value));
}
};
function limitGrowth(spots) {
spots.forEach((one, index) => {
for (const other of spots.slice(index + 1)) {
const [a, b] = [one.place, other.place];
const across = 2 * Math.abs(a.x - b.x) / (a.width + b.width);
const down = 2 * Math.abs(a.y - b.y) / (a.height + b.height);
const most = Math.max(1, Math.max(across, down) * APART);
one.most = Math.min(one.most, most);
other.most = Math.min(other.most, most);
}
});
}
function glow({ element }) {
const path = element?.querySelector("path");
if (!path || path.classList.contains("glow")) return;
const broad = document.createElementNS(SVG, "path");
broad.setAttribute("class", "glow");
broad.setAttribute("d", path.getAttribute("d") ?? "");
element?.prepend(broad);
}
function grown(wanted, high) {
return Math.round(Math.min(GROWN, Math.max(1, wanted / high)) * 10) / 10;
}
function hideMark(mark2, gone, elements) {
mark2.gone = gone;
for (const element of elements) element?.toggleAttribute("hidden", gone);
}
function setClass(element, has, ...names) {
for (const name of names) if (element && element.classList.contains(name) !== has) element.classList.toggle(name, has);
}

// model/filter_values.js
var SCALES = /* @__PURE__ */ new Map([["sign", ["1", "0", "-1"]], ["stance", ["asserts", "endorses", "reports", "doubts", "rejects"]], ["world", ["actual", "historical", "future", "hypothetical"]], ["verdict", [...VERDICTS, ...ISSUE_VERDICTS.map((verdict) => `issue:${verdict}`)]]]);
function rankOf(dimension, value) {
const place = SCALES.get(dimension)?.indexOf(value) ?? 0;
return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
function valueName(model, dimension, value) {
switch (dimension) {
case "view":
return model.views[Number(value)]?.name ?? value;
case "type":
return model.types.get(value)?.label ?? value;
case "facet":
return model.facets.get(value) ?? value;
case "actor":
return model.name(value);
case "holder":
return value.startsWith('"') ? value.slice(1) : model.name(value);
case "world":
return t(`mode-${value}`);
case "verdict":
if (value.startsWith("issue:")) return t("filters-issue-verdict", { verdict: t(`issue-name-${value.slice(6)}`) });
if (!value.startsWith("only:")) return t(`verdict-name-${value}`);
return t("verdict-title-only", { side: model.views[Number(value.slice(5))]?.short ?? value });
case "sign":
return t(`sign-${signName(Number(value))}`);
case "stance":
return t(`stance-${value}`);
default:
return value;
}
}
function countLeft(told3, { within, beyond, positions } = { within: 0, beyond: 0, positions: 0 }) {
const answers = told3.positions ? positions : 0;
if (!told3.statements) return { left: answers, behind: 0 };
return { left: within + answers, behind: within === 0 && beyond > 0 ? beyond + answers : 0 };
}
function relaxed(app, patch, weigh) {
const { state } = app;
const tries = [[], ["main"], ["facts"], ["main", "facts"]];
let best = { patch, off: tries[0] };
let most = -1;
for (const off of tries) {
if (!off.every((name) => state[name])) continue;
const tried = { ...patch, ...Object.fromEntries(off.map((name) => [name, false])) };
const weight = weigh(app.select({ ...state, ...tried }));
if (weight > most) [best, most] = [{ patch: tried, off }, weight];
}
return best;
}

// view/chips.js
var status = { note: "", of: null, text: "" };
function startChips(app) {
let last = "";
app.follow(() => {
const chips = chipsOf(app);
const key = JSON.stringify([chips, app.state.lang]);
if (key !== last) showChips(app, chips);
last = key;
showStatus(app);
});
}
function changeAndAnnounce(app, patch, off) {
status.note = off.length === 0 ? "" : t(`status-off-${off.join("-")}`);
status.of = null;
app.change(patch);
}
function chipsOf(app) {
const { model, state } = app;
const chips = [];
for (const dimension of DIMENSIONS) {
for (const value of state[dimension]) {
const text = t("chips-value", { name: t(`filters-${dimension}`), value: valueName(model, dimension, value) });
chips.push({ text, off: { [dimension]: state[dimension].filter((each) => each !== value) } });
}
}
if (state.from !== null || state.to !== null) chips.push({ text: yearsText(app), off: { from: null, to: null } });
if (state.strength > 1) {
const value = t(`filters-strength-${state.strength}`);
chips.push({ text: t("chips-value", { name: t("filters-strength"), value }), off: { strength: 1 } });
}
if (state.focus !== null) {
chips.push({ text: t("chips-value", { name: t("graph-focus"), value: model.name(state.focus) }), off: { focus: null } });
}
return chips;
}
function yearsText({ model, state }) {
if (!model.years || state.from === null && state.to === null) return t("filters-years-all");
const [from, to] = [state.from ?? model.years[0], state.to ?? model.years[1]];
return t("filters-years", { from: yearInWords(from), to: yearInWords(to) });
}
function showChips(app, chips) {
const place = byId("chips");
const focused = [...place.children].indexOf(document.activeElement);
const buttons = chips.map(({ text, off }) => {
const click = () => app.change(off);
return h("button", { type: "button", "aria-label": t("chips-remove", { name: text }), click }, h("span", {}, text), h("span", { "aria-hidden": "true" }, "×"));
});
fill(place, buttons);
if (focused < 0) return;
const next = buttons[Math.min(focused, buttons.length - 1)] ?? byId("open-filters");
next.focus();
}
function unpairedText(app) {
const n = unpaired(app).length;
return n === 0 ? [] : [t("status-unpaired", { n })];
}
function positionsText({ selection: { positions, allPositions } }) {
return allPositions === 0 ? "" : `${t("positions-some", { n: positions.length, all: allPositions })}.`;
}
function leftElsewhere(app) {
const told3 = formShown(app);
const { statements, positions } = app.selection;
if (!told3.positions && positions.length > 0) return t("nothing-but-positions", { n: positions.length });
return told3.statements || statements.length === 0 ? "" : t("nothing-but-statements", { n: statements.length });
}
function nothingLeft(app) {
const elsewhere = leftElsewhere(app);
if (!elsewhere) return t("nothing-at-all");
return `${t(formShown(app).statements ? "nothing-of-statements" : "nothing-of-positions")} ${elsewhere}`;
}
function showStatus(app) {
const { model, selection, state } = app;
byId("nothing-else").textContent = leftElsewhere(app);
status.of ??= selection;
if (status.of !== selection) status.note = "";
const { statements, all, dyads, actors } = selection;
const keeps = state.main && model.hasMain ? "main" : state.facts ? "now" : "record";
const counted = [t("statements-some", { n: statements.length, all }), t("status-pairs", { n: dyads.size }), t("count-actors", { n: actors.size }), ...unpairedText(app)];
const counts = `${counted.join(", ")}.`;
const filtered = chipsOf(app).length > 0;
const told3 = formShown(app);
const said = [told3.statements && `${t(`status-${keeps}`)} ${counts}`, told3.positions && positionsText(app), filtered && t("status-whole")];
const parts = said.filter(Boolean);
const text = JSON.stringify([parts, status.note]);
if (text === status.text) return;
status.text = text;
fill(byId("status"), parts.join(" "), status.note && h("span", { class: "note" }, ` ${status.note}`));
}

// export/csv.js
function several(parts) {
return (parts ?? []).map((part2) => part2.replaceAll(";", "\\;")).reduce((cell, part2) => cell === "" ? part2 : `${cell}${cell.endsWith("\\") ? " " : ""};${part2}`, "");
}
function voices(statement, whose) {
return several(statement[whose]?.map((holder) => "actor" in holder ? holder.actor : holder.label));
}
function idOf({ ref, author, id }) {
return ref === `${author}/${id}` && !/[\s\p{Cc}:,+=#~]/u.test(id) ? id : "";
}
function linksIn(statement, { app: { model }, rows }, within) {
const told3 = (statement.links ?? []).map(({ kind, to }) => {
const other = typeof to === "number" ? model.statements[to] : null;
const id = typeof to === "number" && other && rows.has(to) ? idOf(other) : "";
return { known: id !== "", text: `${kind} ${id || (other ? other.ref : to)}` };
});
return several(told3.filter(({ known: known2 }) => known2 === within).map(({ text }) => text));
}
function workOf({ app: { model } }, { author }, work) {
const before = `${author}/`;
const shared = [...model.works.keys()].some((id) => id !== work && id.endsWith(work.slice(before.length - 1)));
return work.startsWith(before) && shared ? work.slice(before.length) : work;
}
function named(model, ids) {
return ids.flatMap((id) => model.members(id).length > 0 ? model.members(id) : [id]);
}
function togetherIn(model, { from, to }) {
const [first, second] = [from, to].map((ids) => ids.some((id) => model.members(id).length > 0));
if (first && second) return true;
return first ? "from" : second ? "to" : "";
}
var CSV_COLUMNS = [["author", (_, s) => s.author], ["id", (_, s) => idOf(s)], ["from", ({ app: { model } }, s) => several(named(model, s.from))], ["from-as", (_, s) => s.from_as], ["to", ({ app: { model } }, s) => several(named(model, s.to))], ["to-as", (_, s) => s.to_as], ["together", ({ app: { model } }, s) => togetherIn(model, s)], ["type", (_, s) => s.type], ["sign", (_, s) => s.sign], ["stance", (_, s) => s.stance], ["holder", (_, s) => voices(s, "holders")], ["via", (_, s) => voices(s, "via")], ["negated", (_, s) => s.negated ?? false], ["mode", (_, s) => s.mode], ["attitude", (_, s) => s.attitude], ["hedged", (_, s) => s.hedged ?? false], ["when", (_, s) => s.when], ["strength", (_, s) => s.strength], ["facets", (_, s) => several(s.facets)], ["with", (_, s) => several(s.with)], ["against", (_, s) => several(s.against)], ["excluding", (_, s) => several(s.excluding)], ["benefiting", (_, s) => several(s.benefiting)], ["by", (_, s) => s.by], ["amount", (_, s) => s.amount], ["condition", (_, s) => s.condition], ["gloss", (_, s) => s.gloss], ["tags", (_, s) => several(s.tags)], ["coder", (_, s) => s.coder], ["links", (table, s) => linksIn(s, table, true)], ["cited", (table, s) => several(s.evidence?.map(({ work, anchor }) => `${workOf(table, s, work)}:${anchor}`))], ["framed", (_, s) => s.frame], ["author-name", ({ app: { model } }, s) => authorName(model, s.author)], ["from-names", ({ app: { model } }, s) => several(named(model, s.from).map(model.name))], ["to-names", ({ app: { model } }, s) => several(named(model, s.to).map(model.name))], ["links-beyond", (table, s) => linksIn(s, table, false)], ["standing", (_, s) => s.standing], ["paragraphs", (_, s) => several([...new Set(s.evidence?.map(({ paragraph }) => String(paragraph)))])], ["verdicts", ({ app }, _, index) => verdictsOf(app, index)], ["sentence", (_, s) => s.sentence]];
function verdictsOf({ model, state }, index) {
const compared2 = pairsOf(model, state.level, index).flatMap((pair) => comparedOn(model, state.level, pairKey(...pair)));
return several([...new Set(compared2.map((each) => verdictName(model, each)))]);
}
function statementsCsv(app) {
const head = CSV_COLUMNS.map(([name]) => name);
const table = { app, rows: new Set(app.selection.statements) };
const rows = app.selection.statements.map((index) => CSV_COLUMNS.map(([, cell]) => cell(table, app.model.statements[index], index) ?? ""));
return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r
`;
}
function csvCell(value) {
const text = String(value);
const safe = /^'*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// text_views/shared.js
function followForm(app, form, keys, build, mark2 = () => {
}) {
let stale = true;
app.follow((_, before) => {
const { state } = app;
if (app.selects(before) || before.lang !== state.lang || keys.some((key) => before[key] !== state[key])) stale = true;
if (state.form !== form) return;
if (stale) build();
if (stale || before.at !== state.at || before.form !== form) mark2();
stale = false;
});
}
function pairsLeft({ model, state, selection }, index) {
const pairs = model.levels.get(state.level)?.pairs[index] ?? [];
return pairs.filter(([from, to]) => selection.dyads.has(pairKey(from, to)));
}
function wayToEvidence(app, at, { evidence = [] }) {
const paragraphs = [...new Set(evidence.map(({ paragraph }) => paragraph))].join(", ");
const go = { ...opensEvidence(app, at), "data-at": at };
return h("sup", {}, h("button", go, `¶ ${paragraphs}`, h("span", { class: "unseen" }, `, ${t("words-open")}`)));
}
function scroller(label, ...children) {
return h("div", { class: "scroller", role: "region", tabindex: 0, "aria-label": label }, children);
}
function inFrames(place, all, screen, show2, from = 0) {
show2(all.slice(from, from + screen), from);
const done = from + screen >= all.length;
place.setAttribute("aria-busy", String(!done));
if (done) return;
const next = () => place.isConnected && inFrames(place, all, screen, show2, from + screen);
requestAnimationFrame(() => setTimeout(next));
}
function slices(place, all, { slice, screen }, show2, weigh = () => 1) {
let shown = 0;
const more = () => {
const from = shown;
for (let room = slice; room > 0 && shown < all.length; shown += 1) room -= weigh(all[shown]);
inFrames(place, all.slice(from, shown), screen, show2);
};
more();
return { more, left: () => all.length - shown, isBusy: () => place.ariaBusy === "true" };
}
function moreButton(list, label, came = () => {
}) {
const button = h("button", { type: "button", class: "more", click: () => grow() }, label());
const seen = new IntersectionObserver((entries) => {
if (!list.isBusy() && entries.some((entry) => entry.isIntersecting)) grow();
});
const grow = () => {
list.more();
button.textContent = label();
came();
if (list.left() === 0) button.remove();
seen.disconnect();
if (list.left() > 0) seen.observe(button);
};
if (list.left() > 0) seen.observe(button);
return list.left() > 0 ? button : null;
}

// text_views/issue_words.js
function issueSections(app, views) {
const rows = issuesLeft(app, views);
const heading = { size: 0, build: () => [h("h2", {}, t("form-issues"))] };
const sections = rows.map(({ issue, compared: compared2 }) => {
const isShown = (at) => app.selection.keptPositions[at] === 1;
const said = views.map((view) => standsOf(app.model, issue, view, isShown).flatMap(({ positions }) => positions));
const whole = isOfMore(app.model, issue, views, isShown);
const sides = () => views.map((view, place) => positionsInWords(app, issue, view, said[place]));
const build = () => [h("h3", {}, h("button", opensEvidence(app, `issue:${issue.id}`), issue.question)), ...(views.length === 2 ? compared2 : []).map((each) => issueInWords(app, each, whole)), h("div", { class: views.length === 2 ? "sides" : null }, sides())];
return { size: said.flat().length, build };
});
return sections.length === 0 ? [] : [heading, ...sections];
}
function issueInWords({ model }, compared2, whole) {
const name = issueVerdictName(model, compared2);
const told3 = [issueVerdictReason(model, compared2), ...besides(model, compared2)];
return h("p", { class: "reason" }, `${name}. ${told3.join(" ")}`, whole && ` ${t("issues-whole")}`);
}
function positionsInWords(app, issue, view, positions) {
const { model } = app;
const why = positions.length === 0 ? absence(model, issue, view) : null;
if (why === "stand-silent") return null;
const items = positions.map((at) => positionItem(app, at));
const told3 = why ? h("p", { class: "note" }, t(why)) : h("ul", { class: "told" }, items);
return h("div", {}, model.views.length > 1 && h("h4", {}, viewName(model, view)), told3);
}
function positionItem(app, at) {
const position = app.model.positions[at];
const condition = position.condition && `${t("field-condition")}: ${position.condition}`;
const told3 = [voiceText(app.model, position), condition].filter(Boolean).join("; ");
return h("li", { "data-position": at }, h("p", {}, answerMark(app.model, position), told3 && ` ${told3}`, wayToEvidence(app, `position:${at}`, position)), position.gloss && h("p", { class: "gloss" }, position.gloss));
}

// text_views/words.js
var PORTION_IN_WORDS = { slice: 240, screen: 8 };
var SENSES = [["held", (s) => s.standing === "holds" && s.mode === "actual" && !isWish(s)], ["past", (s) => s.standing === "holds" && s.mode === "historical" && !isWish(s)], ["possible", (s) => s.standing === "holds"], ["said", (s) => s.standing === "open"], ["denied", () => true]];
function isWish({ attitude }) {
return attitude !== void 0;
}
function startWords(app) {
const place = byId("words");
followForm(app, "words", ["mode"], () => {
place.scrollTop = 0;
fill(place, h("div", { class: "prose" }, h("h2", { class: "unseen" }, t("form-words")), wordsShown(app)));
}, () => {
for (const item of place.querySelectorAll("[aria-current]")) item.removeAttribute("aria-current");
const [kind, at] = (app.state.at ?? "").split(":");
if (kind !== "statement" && kind !== "position") return;
for (const item of place.querySelectorAll(`[data-${kind}="${CSS.escape(at)}"]`)) item.setAttribute("aria-current", "true");
});
}
function wordsShown(app) {
const sections = wordSections(app);
if (sections.length === 0) return [h("p", { class: "empty" }, nothingLeft(app))];
const text = h("div");
const tell = (index) => statementItem(app, index);
const show2 = (part2) => text.append(...part2.flatMap((section) => nodes(section.build(tell))));
const list = slices(text, sections, PORTION_IN_WORDS, show2, ({ size }) => size);
return [text, moreButton(list, () => t("words-more"))];
}
function nodes(children) {
return children.filter((child) => child instanceof Node);
}
function wordSections(app) {
const told3 = formShown(app);
const issues = told3.positions ? issueSections(app, viewsShown(app.model, app.state)) : [];
return [...issues, ...told3.statements ? ties(app) : []];
}
function ties(app) {
const views = viewsShown(app.model, app.state);
const against = app.model.views.length > 1 && ["both", "side", "only"].includes(app.state.mode) && views.length > 1;
return against ? byVerdict(app, views) : views.flatMap((view) => byActor(app, view));
}
function statementItem(app, index) {
const statement = app.model.statements[index];
const { sign, gloss } = statement;
return h("li", { "data-statement": index }, signMark(sign), h("p", {}, sentenceOf(statement), wayToEvidence(app, `statement:${index}`, statement)), gloss && h("p", { class: "gloss" }, gloss));
}
function byActor(app, view) {
const { model, selection } = app;
let rest = selection.statements.filter((index) => model.statements[index].views.includes(view));
const sections = [];
for (const [sense, has] of SENSES) {
const own = rest.filter((index) => has(model.statements[index]));
rest = rest.filter((index) => !has(model.statements[index]));
if (own.length === 0) continue;
const { short: name, plural } = model.views[view];
const heading = () => h("h3", {}, t(`words-${sense}`, { name, number: grammaticalNumber(plural) }));
const actors = [...groupedByActor(app, own)];
actors.forEach(([actor, indices], place) => {
const build = (tell) => [place === 0 && heading(), h("h4", {}, model.name(actor)), h("ul", { class: "told" }, indices.map(tell))];
sections.push({ size: indices.length, build });
});
}
return sections.length === 0 ? [] : [{ size: 0, build: () => [h("h2", {}, viewName(model, view))] }, ...sections];
}
function groupedByActor(app, indices) {
const groups = /* @__PURE__ */ new Map();
for (const index of indices) {
const actor = pairsLeft(app, index)[0]?.[0] ?? app.model.statements[index].from[0];
const group = groups.get(actor);
if (group) group.push(index);
else groups.set(actor, [index]);
}
return [...groups].sort(([a, one], [b, other]) => other.length - one.length || app.model.name(a).localeCompare(app.model.name(b)));
}
function byVerdict(app, views) {
const { model, state, selection } = app;
const ranked = [...selection.dyads].map(([key, indices]) => {
const compared2 = comparedOn(model, state.level, key).filter(({ comparison }) => comparison.views.every((view) => views.includes(view)));
return { key, indices, compared: compared2, rank: compared2[0] ? VERDICTS.indexOf(compared2[0].dyad.verdict) : VERDICTS.length };
});
ranked.sort((a, b) => a.rank - b.rank || b.indices.length - a.indices.length || (a.key < b.key ? -1 : 1));
let heading = "";
const paired = ranked.flatMap(({ key, indices, compared: compared2 }) => {
const name = compared2[0] ? verdictName(model, compared2[0]) : t("words-unjudged");
const sections = [];
if (name !== heading) sections.push({ size: 0, build: () => [h("h2", {}, name), commonReason(app, compared2)] });
heading = name;
sections.push({ size: indices.length, build: (tell) => dyadInWords(app, { key, indices, compared: compared2, views }, tell) });
return sections;
});
const alone = unpaired(app);
if (alone.length === 0) return paired;
const build = (tell) => [h("h2", {}, t("words-alone")), ...byView(app, alone, views, tell)];
return [...paired, { size: alone.length, build }];
}
function byView({ model }, indices, views, tell) {
return views.flatMap((view) => {
const own = indices.filter((index) => model.statements[index].views.includes(view));
if (own.length === 0) return [];
return [h("h4", {}, viewName(model, view)), h("ul", { class: "told" }, own.map(tell))];
});
}
function commonReason({ model, selection }, compared2) {
if (!compared2[0] || compared2[0].dyad.silence) return null;
const whole = selection.statements.length < selection.all && t("status-whole");
return h("p", { class: "reason" }, [verdictReason(model, compared2[0]), whole].filter(Boolean).join(" "));
}
function dyadInWords(app, { key, indices, compared: compared2, views }, tell) {
const { model } = app;
const pair = namesOf(app, indices[0], key);
const reasons = compared2.length > 1 ? [verdictsInWords(app, compared2)] : compared2.flatMap((each) => {
const told3 = [facetsText(model, each), each.dyad.silence && verdictReason(model, each), verdictOwner(model, each, key) ?? (each.dyad.via_roll_up && t("panel-rolled-up"))].filter(Boolean);
return told3.length === 0 ? [] : [h("p", { class: "reason" }, told3.join(" "))];
});
return [h("h3", {}, h("button", opensEvidence(app, key), pair)), ...reasons, ...byView(app, indices, views, tell)];
}
function verdictsInWords({ model }, compared2) {
const byName2 = /* @__PURE__ */ new Map();
for (const each of compared2) {
const name = verdictName(model, each);
const met = t(each.dyad.via_roll_up ? "words-rolled-up" : "words-as-named");
const pair = each.comparison.views.map((view) => model.views[view].letter).join("–");
byName2.set(name, [...byName2.get(name) ?? [], model.views.length > 2 ? pair : met]);
}
if (byName2.size === 1 && model.views.length === 2) return null;
return h("p", { class: "reason" }, [...byName2].map(([name, how]) => `${name} (${[...new Set(how)].join(", ")})`).join("; "));
}
function namesOf(app, index, key) {
const pair = pairsLeft(app, index).find(([from, to]) => pairKey(from, to) === key) ?? pairEnds(key);
return pair.map(app.model.name).join(" – ");
}

// export/svg_export.js
var SVG_SPACE = "http://www.w3.org/2000/svg";
var FACES = "Parallax, DejaVu Sans, Verdana, sans-serif";
var MARGIN = 24;
var GAP = 32;
var NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
var REVERSERS = /[\u202a-\u202e\u2066-\u2069]/g;
var FAINT = ".12";
function sheetOf({ title, note, source, panels, legend }) {
const bench = document.body.appendChild(document.createElement("div"));
bench.className = "bench";
bench.setAttribute("aria-hidden", "true");
try {
const colours = lightColours();
const ink = colours.get("--ink") ?? "#1f2328";
const soft = colours.get("--soft") ?? "#4b535c";
const all = panels.map(({ svg, caption }) => ({ caption, drawn: bench.appendChild(cleaned(svg, colours)) }));
const box = united(all.map(({ drawn }) => extentOf(drawn)));
const width = Math.max(all.length * (box.width + GAP) - GAP, 480) + 2 * MARGIN;
const sheet = svgNode("svg", { xmlns: SVG_SPACE, "font-family": FACES });
sheet.append(svgNode("title", {}, title), fontStyle(), svgNode("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
let y = textLines(sheet, [title], { x: MARGIN, y: MARGIN, size: 20, fill: ink, width, bold: true });
y = textLines(sheet, [note], { x: MARGIN, y: y + 2, size: 12, fill: soft, width }) + 14;
const several2 = all.length > 1;
all.forEach(({ drawn, caption }, place) => {
const x = MARGIN + place * (box.width + GAP);
if (several2) textLines(sheet, [caption], { x, y, size: 15, fill: ink, width: box.width, bold: true });
placed(sheet, drawn, { ...box }, { x, y: y + (several2 ? 28 : 0) });
});
y += (several2 ? 28 : 0) + box.height + 18;
if (legend) y = legendAt(sheet, bench.appendChild(cleaned(legend, colours)), y);
y = textLines(sheet, [source], { x: MARGIN, y, size: 10.5, fill: soft, width });
setAll(sheet, { width: round(width), height: round(y + MARGIN - 8), viewBox: `0 0 ${round(width)} ${round(y + MARGIN - 8)}` });
return sheet;
} finally {
bench.remove();
}
}
function sheetText(sheet) {
const text = new XMLSerializer().serializeToString(sheet).replace(NOT_XML, " ");
return `<?xml version="1.0" encoding="UTF-8"?>
${text}
`;
}
async function sheetPng(sheet) {
const [width, height] = [Number(sheet.getAttribute("width")), Number(sheet.getAttribute("height"))];
const scale = Math.min(2, 8192 / Math.max(width, height));
const address = URL.createObjectURL(new Blob([sheetText(sheet)], { type: "image/svg+xml" }));
try {
const image = new Image();
image.src = address;
await image.decode();
const canvas = document.createElement("canvas");
[canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
return await new Promise((done, fail) => canvas.toBlob((blob) => blob ? done(blob) : fail(new Error("no PNG"))));
} finally {
URL.revokeObjectURL(address);
}
}
function lightColours() {
const root = document.documentElement;
const theme = root.getAttribute("data-theme");
root.setAttribute("data-theme", "light");
const style = getComputedStyle(root);
const colours = /* @__PURE__ */ new Map();
for (const name of declared()) colours.set(name, style.getPropertyValue(name).trim());
if (theme === null) root.removeAttribute("data-theme");
else root.setAttribute("data-theme", theme);
return colours;
}
function declared() {
const names = /* @__PURE__ */ new Set();
const collect = (rules) => {
for (const rule of rules) {
if (rule instanceof CSSStyleRule) {
for (const name of rule.style) if (name.startsWith("--")) names.add(name);
}
if (rule instanceof CSSMediaRule) collect(rule.cssRules);
}
};
for (const sheet of document.styleSheets) collect(sheet.cssRules);
return names;
}
function cleaned(svg, colours) {
const copy = svg.cloneNode(true);
for (const element of copy.querySelectorAll("[hidden], .glow, .ring")) element.remove();
for (const element of [copy, ...copy.querySelectorAll("*")]) {
if (element.classList.contains("far")) element.setAttribute("opacity", FAINT);
element.classList.remove("small", "bare", "roomy", "signed", "far", "near", "lit", "at");
for (const { name, value } of [...element.attributes]) {
if (name === "role" || name === "tabindex" || name === "style" || name.startsWith("aria-")) element.removeAttribute(name);
else if (value.includes("var(")) element.setAttribute(name, withoutVariables(value, colours));
}
}
return copy;
}
function withoutVariables(value, colours) {
return value.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^)]*))?\)/g, (_, name, other) => colours.get(name) || other || "#000000");
}
function extentOf(svg) {
const [x, y, width, height] = (svg.getAttribute("viewBox") ?? "0 0 100 100").split(/[\s,]+/).map(Number);
const whole = { x, y, width, height };
svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
setAll(svg, { width, height });
const parts = [...svg.querySelectorAll("[data-id]")].map((element) => element.getBBox());
const taken = united(parts.filter((box) => box.width > 0 || box.height > 0));
return taken.width > 0 ? { x: taken.x - 8, y: taken.y - 8, width: taken.width + 16, height: taken.height + 16 } : whole;
}
function united(boxes) {
const min = (all) => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const max = (all) => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
const [x, y] = [min(boxes.map((box) => box.x)), min(boxes.map((box) => box.y))];
return { x, y, width: max(boxes.map((box) => box.x + box.width)) - x, height: max(boxes.map((box) => box.y + box.height)) - y };
}
function placed(sheet, drawn, box, at) {
setAll(drawn, { x: round(at.x), y: round(at.y), width: round(box.width), height: round(box.height) });
drawn.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map(round).join(" "));
sheet.append(drawn);
}
function legendAt(sheet, legend, y) {
const { x, y: top, width, height } = legend.getBBox();
placed(sheet, legend, { x: x - 1, y: top - 1, width: width + 2, height: height + 2 }, { x: MARGIN, y });
return y + height + 14;
}
function textLines(sheet, paragraphs, { x, y, size, fill: fill2, width, bold = false }) {
const pen = document.createElement("canvas").getContext("2d");
if (pen) pen.font = `${bold ? "bold " : ""}${size}px ${FACES}`;
const wide = (text) => pen?.measureText(text).width ?? text.length * size * 0.6;
let down = y;
for (const line of paragraphs.filter(Boolean).flatMap((text) => wrapped(text, width - 2 * MARGIN, wide))) {
down += size * 1.3;
const look = { x: round(x), y: round(down - size * 0.3), "font-size": size, fill: fill2, "font-weight": bold ? "bold" : "normal" };
sheet.append(svgNode("text", look, line));
}
return down;
}
function wrapped(text, width, wide) {
const lines = [];
for (const word of text.split(/\s+/)) {
const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
if (lines.length > 0 && wide(longer) <= Math.max(width, 240)) lines[lines.length - 1] = longer;
else lines.push(word);
}
return lines;
}
function fontStyle() {
const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule);
return svgNode("style", {}, faces.map((rule) => rule.cssText).join("\n"));
}
function svgNode(tag, attributes, text) {
const element = document.createElementNS(SVG_SPACE, tag);
setAll(element, Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== "xmlns")));
if (text !== void 0) element.textContent = text.replace(REVERSERS, "");
return element;
}
function setAll(element, attributes) {
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
function round(value) {
return Math.round(value * 100) / 100;
}

// export/handout.js
var PAGE = 1040;
function handoutParts(app, sheet) {
let number = 0;
const tell = (index) => {
number += 1;
return noteItem(app, index, number);
};
const notes = wordSections(app).flatMap((section) => section.build(tell));
const { form } = formShown(app);
const figures = form === "issues" ? [] : form === "matrix" ? matrixFigure() : pictureFigures(sheet);
const wide = figures.some((figure) => figure.classList.contains("wide"));
const head = [h("h1", {}, sheet.title), h("p", { class: "about" }, sheet.note)];
return [h("div", { class: wide ? "first wide" : "first" }, head, figures), h("h2", { class: "notes" }, t("handout-notes")), h("div", { class: "prose" }, notes), h("p", { class: "source" }, sheet.source)];
}
function pictureFigures({ panels, legend }) {
return panels.map((panel, place) => {
const last = place === panels.length - 1;
const picture = sheetOf({ title: "", note: "", source: "", panels: [panel], legend: last ? legend : null });
const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
picture.querySelector("style")?.remove();
picture.removeAttribute("width");
picture.removeAttribute("height");
const wide = panels.length === 1 && width > height * 1.15 && width > 700;
return h("figure", { class: wide ? "wide" : null }, panel.caption && panels.length > 1 && h("figcaption", {}, panel.caption), picture);
});
}
function matrixFigure() {
const [table, key] = [document.querySelector("#matrix table"), document.querySelector("#matrix .key")];
if (!(table instanceof HTMLElement)) return [];
const copy = table.cloneNode(true);
copy.style.setProperty("zoom", String(Math.min(1, PAGE / Math.max(table.offsetWidth, 1))));
return [h("figure", { class: "wide" }, copy, key?.cloneNode(true))];
}
function noteItem({ model }, index, number) {
const { sign, gloss, author, evidence = [] } = model.statements[index];
const works = [...new Set(evidence.map(({ work }) => work))].map((work) => {
const paragraphs = evidence.filter((piece) => piece.work === work).map(({ paragraph }) => paragraph);
return h("span", {}, ", ", h("cite", {}, model.works.get(work)?.title ?? work), `, ${t("tell-paragraph")} ${[...new Set(paragraphs)].join(", ")}`);
});
const passages = evidence.flatMap(({ passage, paragraph }) => {
if (!passage) return [];
return [h("blockquote", {}, h("span", { class: "number" }, paragraph), passage.before, h("mark", {}, passage.words), passage.after)];
});
return h("li", {}, h("span", { class: "number" }, `${number}`), h("p", {}, signMark(sign), " ", sentenceOf(model.statements[index])), gloss && h("p", { class: "gloss" }, gloss), h("p", { class: "where" }, authorName(model, author), works), passages);
}

// export/export_menu.js
var WIDE_SHEET = 900;
function startExportMenu(app) {
const menu = byId("take");
const acts = { "take-svg": () => takeSvg(app).catch(sayFailure), "take-png": () => takePng(app).catch(sayFailure), "take-csv": () => download(new Blob([statementsCsv(app)], { type: "text/csv;charset=utf-8" }), `${fileName(app)}.csv`), "take-print": () => unpacked().then(() => print()) };
for (const [id, act] of Object.entries(acts)) {
byId(id).addEventListener("click", () => {
menu.open = false;
act();
});
}
menuManners(menu);
whenIdle(() => unpacked());
const paper = { on: false };
addEventListener("beforeprint", () => handout(app, paper, true));
addEventListener("afterprint", () => handout(app, paper, false));
matchMedia("print").addEventListener("change", ({ matches }) => handout(app, paper, matches));
}
function sayFailure(failure) {
const place = byId("fault");
place.textContent = t("take-failed", { why: failure instanceof Error ? failure.message : String(failure) });
place.hidden = false;
}
function menuManners(menu) {
menu.addEventListener("focusout", (event) => {
if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
});
addEventListener("pointerdown", (event) => {
if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
menu.addEventListener("keydown", (event) => {
if (event.key !== "Escape" || !menu.open) return;
event.preventDefault();
event.stopPropagation();
menu.open = false;
menu.querySelector("summary")?.focus();
});
}
async function takeSvg(app) {
await unpacked();
download(new Blob([sheetText(sheetOf(sheetFrom(app)))], { type: "image/svg+xml" }), `${fileName(app)}.svg`);
}
async function takePng(app) {
await unpacked();
download(await sheetPng(sheetOf(sheetFrom(app))), `${fileName(app)}.png`);
}
function download(blob, name) {
const href = URL.createObjectURL(blob);
const link = h("a", { href, download: name, hidden: true });
document.body.append(link);
link.click();
link.remove();
setTimeout(() => URL.revokeObjectURL(href), 6e4);
}
function fileName({ model, state }) {
const view = model.views[Number.parseInt(state.mode, 10)];
const parts = [model.document.title, view && model.views.length > 1 ? view.short : view ? "" : state.mode, state.level === "state" ? "states" : ""];
const plain = parts.join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80) || "parallax";
}
function sheetFrom(app) {
const { model, state } = app;
const one = Number.parseInt(state.mode, 10);
const views = viewsShown(model, state);
const together = state.mode !== "side" && !(one >= 0 && one < model.views.length);
const wanted = together ? [model.views.length > 1 ? null : 0] : views;
const pictures = wanted.flatMap((view) => pictureOf(model, state, view) ?? []);
const panels = pictures.flatMap((picture) => {
const svg = drawing(picture.drawing);
if (!svg) return [];
applySelection(app, picture, svg, pictures.length > 1);
return [{ svg, caption: picture.view === void 0 ? "" : model.views[picture.view].name }];
});
const wide = pictures.reduce((sum, { width }) => sum + width, 0) > WIDE_SHEET;
const legend = pictures.length > 0 ? drawing(legendsOf(model, pictures)[wide ? 0 : 1]) : null;
return { title: model.document.title, note: noteOn(app), source: sourcesOf(app), panels, legend };
}
function applySelection(app, picture, svg, apart) {
const { state, selection } = app;
const drawn = new Drawn(app, picture, svg);
drawn.refresh(state.mode === "only", (id) => apart && selection.actors.has(id));
drawn.fade(state.focus);
}
function noteOn(app) {
const { model, state, selection } = app;
const view = model.views[Number.parseInt(state.mode, 10)];
const mode = view ? view.name : t(`take-mode-${state.mode}`, { names: model.views.map(({ name }) => name).join(", ") });
const chips = [...byId("chips").querySelectorAll("button")].map((chip) => chip.firstElementChild?.textContent ?? chip.textContent);
const count = t("statements-some", { n: selection.statements.length, all: selection.all });
const level = state.level === "state" ? t(`level-${state.level}`) : "";
return [mode, level, count, ...unpairedText(app), ...chips].filter(Boolean).join(" · ");
}
function sourcesOf({ model, state }) {
const authors = new Set(viewsShown(model, state).flatMap((view) => model.views[view].authors));
const works = [...model.works.values()].filter((work) => authors.has(work.author));
const told3 = works.map((work) => {
const author = model.views.find((view) => view.authors.includes(work.author))?.name ?? work.author;
const where = [work.publisher, work.date && dateInWords(model, work.date)].filter(Boolean).join(", ");
return `${author}, ${work.title}${where ? ` (${where})` : ""}`;
});
return told3.length === 0 ? "" : t("source-after", { works: told3.join("; ") });
}
function handout(app, paper, on) {
if (paper.on === on) return;
paper.on = on;
byId("handout")?.remove();
if (!on) return;
const place = document.body.appendChild(h("section", { id: "handout" }));
fill(place, handoutParts(app, sheetFrom(app)));
}

// picture/arrow_keys.js
var WAYS = /* @__PURE__ */ new Map([["ArrowLeft", [-1, 0]], ["ArrowRight", [1, 0]], ["ArrowUp", [0, -1]], ["ArrowDown", [0, 1]]]);
function stopsOf(drawn) {
const spots = [...drawn.spots.values()].filter((spot) => !spot.gone && !spot.ghost);
const lines = drawn.lines.filter((line) => !line.gone && line.element);
return [...spots, ...lines].flatMap((mark2) => {
const box = mark2.kind === "actor" ? boxOfPlace(mark2.place) : boxOfLine(mark2);
return box ? [{ mark: mark2, x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
});
}
function nextMark(drawn, from, key) {
const way = WAYS.get(key);
const stops = stopsOf(drawn);
const here = stops.find((stop) => stop.mark === from);
if (!way || !here) return null;
let best = null;
let least = Number.POSITIVE_INFINITY;
for (const stop of stops) {
const [across, down] = [stop.x - here.x, stop.y - here.y];
const ahead = across * way[0] + down * way[1];
const aside = Math.abs(across * way[1]) + Math.abs(down * way[0]);
if (ahead <= 0 || aside > ahead * 2) continue;
const cost = ahead + aside * 1.5;
if (cost < least) [best, least] = [stop, cost];
}
return best?.mark ?? null;
}
function firstMark(drawn, before) {
if (!drawn) return null;
const known2 = before?.kind === "actor" ? drawn.spots.get(before.id) === before : before && drawn.lines.includes(before);
if (before && known2 && !before.gone) return before;
let best = null;
for (const spot of drawn.spots.values()) {
if (!spot.gone && !spot.ghost && spot.lines > (best?.lines ?? -1)) best = spot;
}
return best;
}

// picture/gestures.js
var Gestures = class {
constructor(camera) {
this.camera = camera;
this.fingers = /* @__PURE__ */ new Map();
this.moved = false;
const stage = camera.stage;
stage.addEventListener("pointerdown", (event) => this.down(event));
stage.addEventListener("pointermove", (event) => this.move(event));
for (const name of ["pointerup", "pointercancel"]) {
stage.addEventListener(name, (event) => this.up(event));
}
const swallow = (event) => {
if (this.moved) event.stopPropagation();
};
stage.addEventListener("click", swallow, { capture: true });
}
down(event) {
if (event.button !== 0) return;
if (this.fingers.size === 0) this.moved = false;
this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
this.start = { x: event.clientX, y: event.clientY };
}
move(event) {
const before = this.fingers.get(event.pointerId);
if (!before) return;
const now = { x: event.clientX, y: event.clientY };
const start2 = this.start ?? now;
if (!this.moved && Math.hypot(now.x - start2.x, now.y - start2.y) < 5 && this.fingers.size < 2) return;
const { camera } = this;
if (!this.moved) camera.stage.setPointerCapture(event.pointerId);
this.moved = true;
camera.stage.classList.add("held");
const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
if (other) {
const [was, is] = [before, now].map((finger) => Math.hypot(finger.x - other.x, finger.y - other.y));
const at = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
camera.pan((now.x - before.x) / 2, (now.y - before.y) / 2, { smooth: false, settle: true });
if (was > 0) camera.zoom(is / was, { at, smooth: false, settle: true });
} else camera.pan(now.x - before.x, now.y - before.y, { smooth: false, settle: true });
this.fingers.set(event.pointerId, now);
}
up(event) {
this.fingers.delete(event.pointerId);
if (this.fingers.size > 0) return;
this.camera.stage.classList.remove("held");
setTimeout(() => {
this.moved = false;
});
}
};

// picture/camera.js
var CLOSEST = 4;
var FARTHEST = 2;
var STEP = 1.4;
var DURATION = 180;
var SETTLED = 200;
var AIR = 16;
var Camera = class {
constructor(app, stage, seen) {
this.app = app;
this.stage = stage;
this.seen = seen;
this.pictures = [];
this.whole = { x: 0, y: 0, width: 1, height: 1 };
this.box = this.whole;
this.goal = this.whole;
this.turning = 0;
this.writing = 0;
this.scaled = () => {
};
this.whenAll = () => this.fit();
stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
new Gestures(this);
}
show(pictures, size, box) {
this.pictures = pictures;
this.whole = { x: 0, y: 0, width: size.width, height: size.height };
this.goal = boxFrom(box) ?? this.whole;
cancelAnimationFrame(this.turning);
this.stage.getBoundingClientRect();
this.apply(this.goal);
}
arrive(text, told3 = false) {
if (text === this.text() || this.writing !== 0) return;
this.go(boxFrom(text) ?? this.whole, { written: !told3 });
}
text() {
const { x, y, width, height } = this.goal;
const same = x === 0 && y === 0 && width === this.whole.width && height === this.whole.height;
return same ? null : [x, y, width, height].map((number) => Math.round(number * 10) / 10).join(",");
}
scale(box = this.box) {
const place = this.pictures[0]?.getBoundingClientRect();
if (!place || place.width === 0) return 1;
return Math.min(place.width / box.width, place.height / box.height);
}
go(box, { smooth = true, written = false, settle = false } = {}) {
this.goal = box;
cancelAnimationFrame(this.turning);
if (smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches) this.turn({ ...this.box }, performance.now());
else this.apply(box);
clearTimeout(this.writing);
this.writing = 0;
if (written) return;
if (settle) this.writing = window.setTimeout(() => this.write(), SETTLED);
else this.write();
}
write() {
this.writing = 0;
this.app.change({ box: this.text() }, { passing: true });
}
turn(from, start2) {
this.turning = requestAnimationFrame((now) => {
const part2 = Math.min(1, Math.max(0, now - start2) / DURATION);
const eased = 1 - (1 - part2) ** 3;
const between = (key) => from[key] + (this.goal[key] - from[key]) * eased;
this.apply({ x: between("x"), y: between("y"), width: between("width"), height: between("height") });
if (part2 < 1) this.turn(from, start2);
});
}
apply(box) {
this.box = box;
const text = `${box.x} ${box.y} ${box.width} ${box.height}`;
for (const picture of this.pictures) if (picture.getAttribute("viewBox") !== text) picture.setAttribute("viewBox", text);
this.scaled(this.scale(box));
}
fit() {
const place = this.pictures[0]?.getBoundingClientRect();
if (!place || this.seen().width >= place.width - 1) this.go(this.whole);
else this.frame(this.whole);
}
frame(part2, most = CLOSEST) {
const free = this.seen();
this.go(this.boxAt(Math.min(free.width / part2.width, free.height / part2.height, most), part2, free));
}
boxAt(scale, part2, free) {
const place = this.pictures[0].getBoundingClientRect();
const [width, height] = [place.width / scale, place.height / scale];
const [left, top] = [(free.x + free.width / 2 - place.x) / scale, (free.y + free.height / 2 - place.y) / scale];
return { x: part2.x + part2.width / 2 - left, y: part2.y + part2.height / 2 - top, width, height };
}
reveal(parts) {
if (this.pictures.length === 0) return;
const scale = this.scale(this.goal);
const free = this.seen();
const fits = ({ width, height }) => width * scale < free.width && height * scale < free.height;
const part2 = parts.find(fits) ?? parts.at(-1);
if (!part2) return;
const [left, top] = this.screen(part2.x, part2.y, this.goal);
const across = nudge(left, left + part2.width * scale, free.left, free.right);
const down = nudge(top, top + part2.height * scale, free.top, free.bottom);
if (across !== 0 || down !== 0) this.pan(across, down);
}
screen(x, y, box = this.box) {
const place = this.pictures[0].getBoundingClientRect();
const scale = this.scale(box);
const left = place.x + (place.width - box.width * scale) / 2;
const top = place.y + (place.height - box.height * scale) / 2;
return [left + (x - box.x) * scale, top + (y - box.y) * scale];
}
zoom(factor, { at, smooth = true, settle = false } = {}) {
const picture = this.pictureAt(at);
if (!picture) return;
const free = this.seen();
const { x, y } = at ?? { x: free.x + free.width / 2, y: free.y + free.height / 2 };
const scale = this.scale(this.goal);
const out = this.scale(this.whole) / FARTHEST;
const wanted = Math.min(Math.max(scale * factor, Math.min(out, scale)), Math.max(CLOSEST, scale));
const place = picture.getBoundingClientRect();
const [across, down] = [x - place.x - place.width / 2, y - place.y - place.height / 2];
const middle = { x: this.goal.x + this.goal.width / 2, y: this.goal.y + this.goal.height / 2 };
const shift = 1 / scale - 1 / wanted;
const ratio = scale / wanted;
const [width, height] = [this.goal.width * ratio, this.goal.height * ratio];
const box = { x: middle.x + across * shift - width / 2, y: middle.y + down * shift - height / 2, width, height };
this.go(box, { smooth, settle });
}
pictureAt(at) {
if (!at) return this.pictures[0];
const inside = (r) => at.x >= r.left && at.x <= r.right && at.y >= r.top && at.y <= r.bottom;
return this.pictures.find((picture) => inside(picture.getBoundingClientRect())) ?? this.pictures[0];
}
pan(across, down, how) {
const scale = this.scale(this.goal);
this.go({ ...this.goal, x: this.goal.x - across / scale, y: this.goal.y - down / scale }, how);
}
wheel(event) {
event.preventDefault();
const lines = event.deltaMode === 1 ? 16 : 1;
const turned = Math.max(-240, Math.min(240, event.deltaY * lines * (event.ctrlKey ? 6 : 1)));
this.zoom(Math.exp(-turned * 16e-4), { at: { x: event.clientX, y: event.clientY }, smooth: false, settle: true });
}
key(event) {
if (event.ctrlKey || event.metaKey || event.altKey) return false;
if (event.key === "+" || event.key === "=") this.zoom(STEP);
else if (event.key === "-" || event.key === "_") this.zoom(1 / STEP);
else if (event.key === "0") this.whenAll();
else if (event.key === "ArrowLeft") this.pan(80, 0);
else if (event.key === "ArrowRight") this.pan(-80, 0);
else if (event.key === "ArrowUp") this.pan(0, 80);
else if (event.key === "ArrowDown") this.pan(0, -80);
else return false;
event.preventDefault();
return true;
}
in() {
this.zoom(STEP);
}
out() {
this.zoom(1 / STEP);
}
};
function nudge(from, to, least, most) {
if (from >= least && to <= most) return 0;
return from < least ? Math.min(least + AIR - from, Math.max(0, most - to)) || least - from : Math.max(most - AIR - to, Math.min(0, least - from)) || most - to;
}
function boxFrom(text) {
const numbers = (text ?? "").split(",").map(Number);
const [x, y, width, height] = numbers;
const fine = numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
return fine ? { x, y, width, height } : null;
}

// picture/hit_test.js
var PIECES = 12;
function curveOf(line) {
const controls = controlsOf(line);
if (!controls) return null;
const [x0, y0, x1, y1, x2, y2] = controls;
const points = [];
for (let piece = 0; piece <= PIECES; piece += 1) {
const [t2, s] = [piece / PIECES, 1 - piece / PIECES];
points.push([s * s * x0 + 2 * s * t2 * x1 + t2 * t2 * x2, s * s * y0 + 2 * s * t2 * y1 + t2 * t2 * y2]);
}
const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
return { points, left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}
var curves = /* @__PURE__ */ new WeakMap();
function nearestLine({ lines }, at, within) {
let nearest = null;
let least = within;
for (const line of lines) {
if (line.gone) continue;
if (!curves.has(line)) curves.set(line, curveOf(line));
const curve = curves.get(line);
if (!curve || at.x < curve.left - least || at.x > curve.right + least) continue;
if (at.y < curve.top - least || at.y > curve.bottom + least) continue;
const far = distanceTo(curve, at);
if (far < least) [nearest, least] = [line, far];
}
return nearest;
}
function distanceTo({ points }, at) {
let least = Number.POSITIVE_INFINITY;
for (let end = 1; end < points.length; end += 1) {
const [[x0, y0], [x1, y1]] = [points[end - 1], points[end]];
const [across, down] = [x1 - x0, y1 - y0];
const along = ((at.x - x0) * across + (at.y - y0) * down) / (across * across + down * down || 1);
const part2 = Math.min(1, Math.max(0, along));
least = Math.min(least, Math.hypot(x0 + part2 * across - at.x, y0 + part2 * down - at.y));
}
return least;
}

// picture/tooltip.js
var SAID_AT_MOST = 4;
var Tooltip = class {
constructor(app) {
this.app = app;
this.element = byId("hint");
}
show(mark2, at) {
fill(this.element, mark2.kind === "actor" ? this.actor(mark2) : this.line(mark2));
this.element.hidden = false;
this.move(at);
}
move(at) {
const frame = this.element.parentElement.getBoundingClientRect();
const { offsetWidth: width, offsetHeight: height } = this.element;
const x = Math.max(4, Math.min(at.x - frame.x + 14, frame.width - width - 4));
const below = at.y - frame.y + 18;
const y = below + height > frame.height ? Math.max(4, at.y - frame.y - height - 12) : below;
this.element.style.setProperty("translate", `${Math.round(x)}px ${Math.round(y)}px`);
}
hide() {
this.element.hidden = true;
}
actor(spot) {
const { model } = this.app;
const actor = model.actors.get(spot.id);
const also = actor && actor.name !== actor.label ? ` (${actor.label})` : "";
return [h("p", {}, h("strong", {}, model.name(spot.id)), also), h("p", { class: "more" }, t("graph-focus-how"))];
}
line(line) {
const { model, selection } = this.app;
const left = line.tie.statements.filter((index) => selection.kept[index] === 1);
const said = left.slice(0, SAID_AT_MOST).map((index) => {
const { views, sentence } = model.statements[index];
const letters = model.views.length > 1 ? views.map((view) => h("span", { class: "letter" }, model.views[view].letter)) : [];
return h("p", {}, letters, letters.length > 0 ? " " : "", sentence);
});
const more = left.length - said.length;
const hidden = line.tie.statements.length - left.length;
return [...said, more > 0 && h("p", { class: "more" }, t("count-more", { n: more })), hidden > 0 && h("p", { class: "more" }, t("panel-hidden", { n: hidden }))];
}
};

// picture/pointing.js
var NEAR = 6;
var NEAR_FINGER = 14;
var Pointing = class {
constructor(graph) {
this.graph = graph;
this.app = graph.app;
this.stage = graph.stage;
this.hint = new Tooltip(graph.app);
this.stop = null;
this.lit = null;
this.listen();
}
listen() {
const { stage } = this;
stage.addEventListener("click", (event) => this.open(this.markAt(event)));
stage.addEventListener("dblclick", (event) => this.focus(this.markAt(event)));
stage.addEventListener("keydown", (event) => this.key(event));
stage.addEventListener("pointermove", (event) => this.point(event));
stage.addEventListener("pointerleave", () => this.light(null));
stage.addEventListener("focusin", (event) => this.hold(event.target));
stage.addEventListener("focusout", () => this.hold(null));
}
markOf(target) {
const element = target instanceof Element ? target.closest("[data-id]") : null;
const picture = element?.closest("svg.picture");
const drawn = this.graph.shown.find(({ svg }) => svg === picture);
const mark2 = element && drawn?.marks.get(element);
if (mark2?.kind === "tie" || mark2?.kind === "actor" && !mark2.ghost) return mark2;
if (mark2?.kind === "badge") return drawn?.lines.find((line) => !line.gone && line.element && badgeIsOf(mark2.of, line)) ?? null;
return null;
}
markAt(event) {
const mark2 = this.markOf(event.target);
const figure = event.target instanceof Element ? event.target.closest("figure") : null;
const drawn = this.graph.shown.find(({ svg }) => figure?.contains(svg));
const placed2 = drawn?.ties?.getScreenCTM();
if (mark2 || !drawn || !placed2) return mark2;
const finger = event instanceof PointerEvent && event.pointerType === "touch";
const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(placed2.inverse());
return nearestLine(drawn, at, (finger ? NEAR_FINGER : NEAR) / placed2.a);
}
open(mark2) {
if (!mark2) return;
this.tabStop(mark2);
this.app.change({ at: mark2.kind === "actor" ? `actor:${mark2.id}` : mark2.key });
}
focus(mark2) {
if (mark2?.kind === "actor") this.app.change({ focus: this.app.state.focus === mark2.id ? null : mark2.id });
}
point(event) {
if (event.pointerType === "touch") return;
const mark2 = this.stage.classList.contains("held") ? null : this.markAt(event);
if (mark2 && mark2 === this.lit) return this.hint.move(event);
if (mark2 === this.lit) return;
this.light(mark2);
if (mark2) this.hint.show(mark2, event);
}
light(mark2) {
if (mark2?.kind === "tie") glow(mark2);
for (const [each, on] of [[this.lit, false], [mark2, true]]) {
if (each?.kind !== "tie") continue;
each.element?.classList.toggle("lit", on);
each.label?.classList.toggle("lit", on);
}
this.lit = mark2;
this.stage.classList.toggle("points", mark2 !== null);
if (!mark2) this.hint.hide();
}
tabStop(mark2) {
if (mark2 === this.stop && mark2?.element?.tabIndex === 0) return;
this.stop?.element?.setAttribute("tabindex", "-1");
this.stop = mark2;
mark2?.element?.setAttribute("tabindex", "0");
}
hold(target) {
const mark2 = target instanceof Element && target.matches(":focus-visible") ? this.markOf(target) : null;
for (const drawn of this.graph.shown) drawn.around(drawn.held, mark2 && drawn.svg.contains(mark2.element) ? mark2 : null);
if (!mark2?.element) return this.light(null);
this.light(mark2);
const place = (mark2.kind === "tie" ? mark2.label ?? mark2.element : mark2.element).getBoundingClientRect();
this.hint.show(mark2, { x: place.left + place.width / 2, y: place.bottom - 8 });
}
key(event) {
if (event.ctrlKey || event.metaKey || event.altKey) return;
const mark2 = this.markOf(event.target);
if (event.key === "Escape") return this.back(event);
if (mark2 && !event.shiftKey && event.key.startsWith("Arrow")) {
event.preventDefault();
const drawn = this.graph.shown.find(({ svg }) => svg.contains(mark2.element));
const next = drawn && nextMark(drawn, mark2, event.key);
if (next) this.walk(next);
} else if (mark2 && (event.key === "Enter" || event.key === " ")) {
event.preventDefault();
this.open(mark2);
} else if (mark2 && event.key === "f") this.focus(mark2);
else this.graph.camera.key(event);
}
walk(mark2) {
this.tabStop(mark2);
const part2 = mark2.kind === "actor" ? boxOfPlace(mark2.place) : boxOfLine(mark2);
if (part2) this.graph.camera.reveal([part2]);
mark2.element?.focus({ preventScroll: true });
}
back(event) {
const { state } = this.app;
if (event.defaultPrevented || state.at !== null || state.focus === null) return;
event.preventDefault();
this.app.change({ focus: null });
}
};
function badgeIsOf(ends, { tie }) {
return ends.includes(tie.from) && ends.includes(tie.to);
}

// picture/graph.js
var FEW = 600;
function startGraph(app) {
const graph = new Graph(app);
app.follow((_, before) => graph.follow(before));
}
var Graph = class {
constructor(app) {
this.app = app;
this.stage = byId("stage");
this.camera = new Camera(app, this.stage, () => this.free());
this.camera.scaled = (scale) => {
for (const drawn of this.shown) drawn.scaled(scale);
};
this.first = this.stage.querySelector("svg.picture");
this.width = byId("under").clientWidth;
this.nudged = null;
this.shown = [];
this.known = /* @__PURE__ */ new Map();
this.pointing = new Pointing(this);
this.lang = app.state.lang;
this.listen();
byId("under").open = !matchMedia("(max-width: 819px)").matches;
unpacked().then(() => {
this.legend();
this.foresee();
});
}
listen() {
const { camera, stage } = this;
byId("zoom-in").addEventListener("click", () => camera.in());
byId("zoom-out").addEventListener("click", () => camera.out());
byId("fit").addEventListener("click", () => this.fit());
camera.whenAll = () => this.fit();
byId("zoom-in").parentElement.addEventListener("keydown", (event) => camera.key(event));
new ResizeObserver(() => this.resized()).observe(stage);
new ResizeObserver(([entry]) => {
this.width = entry.contentRect.width;
this.legend();
}).observe(byId("under"));
}
follow(before) {
const { state } = this.app;
if (state.form !== "graph") return;
if (state.lang !== this.lang) {
this.lang = state.lang;
for (const drawn of this.known.values()) labelMarks(drawn);
this.pointing.tabStop(null);
for (const drawn of this.shown) this.caption(drawn);
this.legend();
}
const pictures = this.pictures();
const same = pictures.length === this.shown.length && pictures.every((picture, i) => picture === this.shown[i].picture);
const was = this.shown[0]?.picture;
if (!same && !this.hang(pictures)) return;
this.refresh();
if (!same) this.look(was);
const moved = state.at !== before.at || state.focus !== before.focus;
if (moved && state.at === null && state.focus === before.focus) this.withdraw();
else if (moved) this.reveal(state.focus !== before.focus);
else if (same) this.camera.arrive(state.box);
}
pictures() {
const { model, state } = this.app;
const one = Number.parseInt(state.mode, 10);
const views = viewsShown(model, state);
const apart = state.mode === "side" && views.length > 0;
const wanted = one >= 0 && one < model.views.length ? [one] : apart ? views : [model.views.length > 1 ? null : 0];
return wanted.flatMap((view) => pictureOf(model, state, view) ?? []);
}
hang(pictures) {
if (!pictures.every((picture) => this.known.has(picture) || this.adopt(picture)) && !areUnpacked()) {
unpacked().then(() => this.follow(this.app.state));
return false;
}
this.pointing.light(null);
const before = this.shown.map((drawn) => this.figure(drawn));
this.shown = pictures.map((picture) => this.drawn(picture));
this.stage.classList.toggle("apart", pictures.length > 1);
this.stage.style.setProperty("--panes", String(Math.min(3, pictures.length)));
this.park(before, this.shown.map((drawn) => this.figure(drawn)));
return true;
}
park(going, coming) {
const staying = /* @__PURE__ */ new Set([...coming, ...going]);
for (const figure of [...this.stage.children]) if (!staying.has(figure)) figure.remove();
for (const figure of going) figure.className = "parked";
let last = null;
for (const figure of coming) {
figure.className = "shown";
const follows = last === null || (last.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
if (figure.parentElement !== this.stage || !follows) this.stage.append(figure);
last = figure;
}
}
look(was) {
const first = this.shown[0]?.picture;
if (!first) return;
const { state } = this.app;
const resized = was && (was.level !== first.level || was.keeps !== first.keeps);
const kept = resized && state.box === this.camera.text() ? null : state.box;
this.camera.show(this.shown.map(({ svg }) => svg), first, kept);
if (kept !== state.box) this.app.change({ box: null }, { passing: true });
const fresh = kept === null && (resized || !was);
if (fresh && this.isFiltered()) requestAnimationFrame(() => this.fit());
else if (!was && kept === null && (state.at ?? state.focus) !== null) this.reveal(state.focus !== null);
this.legend();
whenIdle(() => this.foresee());
}
foresee() {
const shown = this.shown[0]?.picture;
if (!shown || !areUnpacked()) return;
const next = this.app.model.document.pictures.find((picture) => {
const like = picture.level === shown.level && picture.keeps === shown.keeps;
return like && picture.ties.length <= FEW && !this.known.has(picture);
});
if (!next) return;
this.drawn(next);
whenIdle(() => this.foresee());
}
adopt(picture) {
const svg = this.first;
const { model, start: start2 } = this.app;
const first = pictureOf(model, start2, model.views.length > 1 ? null : 0);
if (picture !== first || !svg) return false;
this.known.set(picture, new Drawn(this.app, picture, svg));
return true;
}
drawn(picture) {
const known2 = this.known.get(picture);
if (known2) return known2;
const svg = drawing(picture.drawing);
if (!svg) throw new Error(`drawing ${picture.drawing} is missing`);
const drawn = new Drawn(this.app, picture, svg);
this.known.set(picture, drawn);
return drawn;
}
figure(drawn) {
const there = drawn.svg.closest("figure");
const figure = there ?? h("figure", {}, drawn.svg, h("figcaption"));
this.caption(drawn, figure);
return figure;
}
caption(drawn, figure = drawn.svg.closest("figure")) {
const caption = figure?.querySelector("figcaption");
const { views } = this.app.model;
const view = drawn.picture.view === void 0 ? null : views[drawn.picture.view];
if (!caption) return;
if (view) fill(caption, views.length > 1 && h("span", { class: "letter" }, view.letter), view.name);
else fill(caption, h("span", { class: "unseen" }, drawn.svg.getAttribute("aria-label")));
}
refresh() {
const { state, selection } = this.app;
const [apart, filtered] = [this.shown.length > 1, this.isFiltered()];
const ghosts = (id) => apart ? selection.actors.has(id) : !filtered && state.para === null;
let lines = 0;
for (const drawn of this.shown) {
lines += drawn.refresh(state.mode === "only", ghosts);
drawn.fade(state.focus);
drawn.choose(state.at);
drawn.scaled();
}
byId("nothing").hidden = lines > 0;
this.pointing.tabStop(firstMark(this.shown.find((drawn) => drawn.lines.some((line) => !line.gone)), this.pointing.stop));
}
isFiltered() {
const { state } = this.app;
const lists = DIMENSIONS.some((dimension) => dimension !== "view" && state[dimension].length > 0);
return lists || state.from !== null || state.to !== null || state.strength > 1;
}
fit() {
const left = this.isFiltered() ? this.shown.map(leftPart).filter((part2) => part2 !== null) : [];
if (left.length === 0) this.camera.fit();
else this.camera.frame(unitedBox(left), 1);
}
reveal(focused) {
const { at, focus } = this.app.state;
const chosen2 = at ?? `actor:${focus}`;
const before = this.camera.text();
requestAnimationFrame(() => {
const drawn = this.shown.find((each) => chosenParts(each, chosen2).length > 0);
if (!drawn) return;
const around = focused && focus !== null && drawn.small && neighbourhoodOf(drawn, focus);
if (around) this.camera.frame(around, 1);
else this.camera.reveal(chosenParts(drawn, chosen2));
const after = this.camera.text();
if (this.nudged?.after !== before) this.nudged = { before, after };
else this.nudged.after = after;
});
}
withdraw() {
if (this.nudged && this.nudged.after === this.camera.text()) this.camera.arrive(this.nudged.before, true);
this.nudged = null;
}
free() {
const place = (this.shown[0]?.svg ?? this.stage).getBoundingClientRect();
const panel = byId("panel");
const line = byId("status").parentElement.getBoundingClientRect();
const top = Math.min(Math.max(place.top, line.bottom), place.bottom - 80);
if (panel.hidden) return new DOMRect(place.left, top, place.width, place.bottom - top);
const over = panel.getBoundingClientRect();
const beside = over.left > place.left + 80;
const right = beside ? Math.min(place.right, over.left) : place.right;
const bottom = beside ? place.bottom : Math.max(place.top + 80, Math.min(place.bottom, over.top));
return new DOMRect(place.left, top, right - place.left, Math.max(80, bottom - top));
}
resized() {
this.pointing.light(null);
this.camera.scaled(this.camera.scale());
}
legend() {
const pictures = this.shown.map(({ picture }) => picture);
if (pictures.length > 0 && this.width > 0 && areUnpacked()) showLegend(this.app.model, pictures, this.width);
}
};

// text_views/issues.js
var PORTION = { slice: 100, screen: 12 };
function startIssues(app) {
const place = byId("issues");
followForm(app, "issues", ["mode"], () => fill(place, ...issuesParts(app)), () => issuesMark(app, place));
place.addEventListener("click", (event) => {
const row = event.target.closest("tr[data-issue]");
if (row && getSelection()?.isCollapsed !== false) app.change({ at: `issue:${row.getAttribute("data-issue")}` });
});
}
function issuesParts(app) {
const views = viewsShown(app.model, app.state);
const rows = issuesLeft(app, views);
if (rows.length === 0) return [h("p", { class: "empty" }, nothingLeft(app))];
const body = h("tbody", { role: "rowgroup" });
const list = slices(body, rows, PORTION, (part2) => body.append(...part2.map((row) => issueRow(app, row, views))));
const contested = rows.filter(({ compared: compared2 }) => compared2.some(({ found }) => found.contested)).length;
const told3 = [t("issues-count", { n: rows.length }), views.length > 1 && t("issues-contested", { n: contested })];
const columns3 = ["issue", "answers", ...views.length > 1 ? ["verdict"] : []];
const heads2 = columns3.map((id) => h("th", { scope: "col", role: "columnheader", class: id }, t(`issues-${id}`)));
const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads2));
const caption = h("caption", { class: "unseen" }, t("issues-caption"));
const table = h("table", { class: "issues", role: "table" }, caption, head, body);
const more = moreButton(list, () => t("form-more", { n: Math.min(PORTION.slice, list.left()), left: list.left() }));
return [h("div", { class: "form-head" }, h("p", {}, told3.filter(Boolean).join(", "), ". ", t("issues-reading"))), scroller(t("issues-caption"), table, more)];
}
function issueRow(app, { issue, compared: compared2 }, views) {
const { model } = app;
const go = { type: "button", class: "plain", "data-at": `issue:${issue.id}` };
const about = labels(model, issue.about ?? []);
const asked = [t(`issue-kind-${issue.kind}`), about].filter(Boolean).join(" · ");
const stands = views.map((view) => h("li", {}, viewMark(model, view), answersOf2(app, issue, view)));
return h("tr", { role: "row", "data-issue": issue.id }, h("th", { role: "rowheader", scope: "row" }, h("button", go, issue.question), h("small", {}, asked)), h("td", { role: "cell", class: "answers" }, h("ul", { class: "stands" }, stands)), views.length > 1 && h("td", { role: "cell", class: "verdict" }, verdictsOf2(app, issue, compared2, views)));
}
function answersOf2({ model, selection }, issue, view) {
const stands = standsOf(model, issue, view, (at) => selection.keptPositions[at] === 1);
if (stands.length > 0) return h("span", { class: "givers" }, stands.map((stand) => standMark(stand, view)));
return h("span", { class: "silent" }, t(absence(model, issue, view)));
}
function verdictsOf2({ model, selection }, issue, compared2, views) {
const whole = isOfMore(model, issue, views, (at) => selection.keptPositions[at] === 1);
const groups = issueVerdictGroups(model, compared2, { silences: views.length === 2 }).map(({ name, group }) => {
const mark2 = group[0].found.contested && h("span", { class: "unequal", "aria-hidden": "true" }, "≠");
const pairs = group.map((each) => each.views.map((view) => model.views[view].letter).join("–")).join(", ");
const notes = views.length > 2 ? [pairs] : besidesShortly(model, group[0]);
const told3 = notes.map((note) => h("small", {}, note));
return h("div", { class: "judged" }, mark2, h("span", {}, h("span", { class: "name" }, name), told3));
});
return [...groups, whole && groups.length > 0 && h("p", { class: "whole" }, t("issues-whole"))];
}
function issuesMark({ model, state }, place) {
for (const row of place.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
const [kind, id] = (state.at ?? "").split(":");
const issue = kind === "position" ? model.positions[Number(id)]?.issue : kind === "issue" ? id : null;
if (issue) place.querySelector(`tr[data-issue="${CSS.escape(issue)}"]`)?.setAttribute("aria-current", "true");
}

// text_views/matrix_cell.js
function matrixCell(app, cell) {
const { model } = app;
const halves = cell.views.map((view) => halfOf(app, cell.statements.filter((index) => model.statements[index].views.includes(view))));
const told3 = cell.views.map((view, place) => t("matrix-cell-view", { name: model.views[view].short, signs: signsText(halves[place]) }));
const label = t("matrix-cell", { from: model.name(cell.from), to: model.name(cell.to), told: told3.join("; ") });
return h("button", { type: "button", class: "cell", tabindex: -1, "aria-label": label }, cell.views.length > 2 ? lettered(app, cell.views, halves) : shaded(cell.views, halves), cell.clash && h("span", { class: "unequal", "data-glyph": "≠" }));
}
function halfOf({ model }, indices) {
if (indices.length === 0) return null;
const statements = indices.map((index) => model.statements[index]);
const counts = /* @__PURE__ */ new Map();
for (const { sign: sign2 } of statements) counts.set(Math.sign(sign2), (counts.get(Math.sign(sign2)) ?? 0) + 1);
const mixed = counts.has(1) && counts.has(-1);
const sign = counts.has(1) ? 1 : counts.has(-1) ? -1 : 0;
return { kind: mixed ? "mixed" : signName(sign), glyph: mixed ? "±" : signGlyph(sign), open: !statements.some(({ now }) => now), denied: statements.every(({ standing }) => standing === "denies"), senses: [...new Set(statements.map(senseOf2))].sort().join(), n: indices.length, counts };
}
function senseOf2({ sign, now, standing, mode, attitude, negated }) {
return [Math.sign(sign), ...now ? ["now"] : [standing, mode, attitude ?? "", negated ?? false]].join(" ");
}
function signsText(half) {
if (half === null) return t("matrix-silent");
const counted = [...half.counts].map(([sign, n]) => `${n} ${signWord(sign)}`).join(", ");
return half.denied ? `${counted} (${t("standing-denies")})` : half.open ? `${counted} (${t("matrix-open")})` : counted;
}
function shaded(views, halves) {
const [a, b] = halves;
const same = a && b && a.senses === b.senses;
if (halves.length === 1 || same) return a && [part(a, same ? "whole both" : `whole view-${views[0]} lone`)];
return [a && part(a, `upper view-${views[0]}`), b && part(b, `lower view-${views[1]}`)];
}
function part(half, where) {
const manner = `${half.open ? " open" : ""}${half.denied ? " denied" : ""}`;
return h("span", { class: `part ${where} ${half.kind}${manner}` }, h("span", { class: "glyph", "data-glyph": half.glyph }));
}
function lettered({ model }, views, halves) {
return views.flatMap((view, place) => {
const half = halves[place];
if (!half) return [];
const manner = `${half.open ? " open" : ""}${half.denied ? " denied" : ""}`;
const glyph = `${model.views[view].letter}${half.glyph}${half.n > 1 ? `×${half.n}` : ""}`;
return [h("span", { class: `letter view-${view}${manner}`, "data-glyph": glyph })];
});
}

// text_views/matrix_order.js
var NEIGHBOURS = 4;
function ordered(how, bonds, label) {
const byName2 = [...bonds.actors].sort((a, b) => label(a).localeCompare(label(b)) || (a < b ? -1 : 1));
if (how === "name") return byName2;
const byDegree = byName2.sort((a, b) => bonds.degree(b) - bonds.degree(a));
return how === "degree" ? byDegree : campOrder(byDegree, bonds);
}
function campOrder(byDegree, { net }) {
const left = new Set(byDegree);
const placed2 = [];
while (left.size > 0) {
const last = placed2.slice(-NEIGHBOURS).reverse();
let [best, most] = ["", Number.NEGATIVE_INFINITY];
for (const actor of left) {
const near = last.reduce((sum, other, steps) => sum + net(actor, other) / 2 ** steps, 0);
if (near > most) [best, most] = [actor, near];
}
placed2.push(best);
left.delete(best);
}
return placed2;
}

// text_views/matrix.js
var MOST = 60;
var MOST_OF_MANY = 40;
var ROW_HEIGHT = 40;
var ORDERS = ["camps", "degree", "name"];
function startMatrix(app) {
const place = byId("matrix");
let everyone = false;
const build = () => {
const all = () => {
everyone = !everyone;
build();
place.querySelector(".everyone")?.focus();
};
fill(place, ...matrixParts(app, everyone, all, () => matrixMark(app, place)));
};
followForm(app, "matrix", ["order", "mode"], build, () => matrixMark(app, place));
place.addEventListener("keydown", (event) => matrixWalk(place, event));
place.addEventListener("click", (event) => {
const at = buttonOf(event.target)?.dataset.at;
if (at) app.change({ at });
});
place.addEventListener("pointerover", (event) => {
const cell = buttonOf(event.target);
if (cell && !cell.title) cell.title = cell.getAttribute("aria-label") ?? "";
});
place.addEventListener("focusin", (event) => matrixRove(place, event.target));
}
function buttonOf(target) {
return target instanceof Element ? target.closest("button[data-at]") : null;
}
function matrixParts(app, everyone, all, came) {
const { model } = app;
const cells = cellsOf(app);
const bonds = bondsOf(app, cells);
const most = ordered("degree", bonds, model.label);
const room = viewsShown(model, app.state).length > 2 ? MOST_OF_MANY : MOST;
const shown = everyone ? most : most.slice(0, room);
const order = ordered(app.state.order ?? "camps", { ...bonds, actors: shown }, model.label);
if (order.length === 0) return [h("p", { class: "empty" }, nothingLeft(app))];
const label = t("matrix-label", { n: order.length });
const rest = most.length - order.length;
const left = rest > 0 ? t("matrix-left-out", { n: rest }) : "";
const switching = most.length > room && h("button", { type: "button", class: "everyone", click: all }, t(everyone ? "matrix-fewer" : "matrix-all"));
return [h("div", { class: "form-head" }, h("p", {}, label, rest > 0 && ". ", left, " ", switching), orderSelect(app)), scroller(label, matrixTable(app, order, cells, came)), matrixKey(app)];
}
function cellsOf(app) {
const cells = /* @__PURE__ */ new Map();
const put = (row, column, index) => {
const columns3 = cells.get(row) ?? /* @__PURE__ */ new Map();
cells.set(row, columns3);
const known2 = columns3.get(column);
if (!known2) columns3.set(column, [index]);
else if (known2.at(-1) !== index) known2.push(index);
};
for (const index of app.selection.statements) {
const directed = app.model.types.get(app.model.statements[index].type)?.directed;
for (const [from, to] of pairsLeft(app, index)) {
put(from, to, index);
if (!directed) put(to, from, index);
}
}
return cells;
}
function bondsOf({ model, selection }, cells) {
const degrees = /* @__PURE__ */ new Map();
for (const [key, statements] of selection.dyads) degrees.set(key, statements.length);
const byActor2 = /* @__PURE__ */ new Map();
for (const [row, columns3] of cells) {
for (const column of columns3.keys()) {
const n = (degrees.get(pairKey(row, column)) ?? 0) / (cells.get(column)?.has(row) ? 2 : 1);
for (const actor of [row, column]) byActor2.set(actor, (byActor2.get(actor) ?? 0) + n);
}
}
const net = (one, other) => (selection.dyads.get(pairKey(one, other)) ?? []).reduce((sum, index) => sum + model.statements[index].sign, 0);
return { actors: [...selection.actors], degree: (actor) => byActor2.get(actor) ?? 0, net };
}
function orderSelect(app) {
const now = app.state.order ?? "camps";
const options = ORDERS.map((order) => h("option", { value: order, selected: order === now }, t(`matrix-order-${order}`)));
const choose = (event) => {
const { value } = event.target;
app.change({ order: value === "camps" ? null : value });
byId("matrix-order").focus();
};
return h("label", {}, t("matrix-order"), " ", h("select", { id: "matrix-order", change: choose }, options));
}
function matrixTable(app, order, cells, came) {
const views = viewsShown(app.model, app.state);
const heads2 = order.map((to, column) => matrixHead(app, to, -1, column));
const body = h("tbody");
const kind = views.length > 2 ? "many" : views.length === 2 ? "two" : "one";
const table = h("table", { class: `matrix ${kind}` }, h("caption", { class: "unseen" }, t("matrix-reading")), h("thead", {}, h("tr", {}, h("td", {}), heads2)), body);
inFrames(body, order, Math.ceil(innerHeight / ROW_HEIGHT), (part2, first) => {
body.append(...part2.map((_, place) => matrixRow(app, order, cells, views, first + place)));
if (!body.querySelector('[tabindex="0"]')) body.querySelector("td button")?.setAttribute("tabindex", "0");
came();
});
return table;
}
function matrixHead({ model }, id, row, column) {
const button = { type: "button", tabindex: -1, "data-row": row, "data-column": column, "data-at": `actor:${id}`, title: model.name(id) };
return h("th", { scope: row < 0 ? "col" : "row" }, h("button", button, h("span", {}, model.label(id))));
}
function matrixRow(app, order, cells, views, row) {
const level = app.model.levels.get(app.state.level);
const from = order[row];
const columns3 = cells.get(from);
const tds = order.map((to, column) => {
const statements = columns3?.get(to);
if (!statements) return h("td", { class: from === to ? "self" : null });
const key = pairKey(from, to);
const clash = level?.dyads.get(key)?.some(({ dyad }) => dyad.contested) ?? false;
const button = matrixCell(app, { from, to, statements, views, clash });
for (const [name, value] of Object.entries({ "data-row": row, "data-column": column, "data-at": key })) button.setAttribute(name, String(value));
return h("td", {}, button);
});
return h("tr", {}, matrixHead(app, from, row, -1), tds);
}
function matrixKey(app) {
const { model } = app;
const views = viewsShown(model, app.state);
const whose = views.length < 2 ? [] : views.map((view) => h("li", {}, h("span", { class: `letter view-${view}`, "aria-hidden": "true" }, model.views[view].letter), model.views[view].name));
const both = views.length === 2 && h("li", {}, h("span", { class: "swatch both positive", "aria-hidden": "true" }), t("legend-both-same"));
const signs = ["positive", "neutral", "negative", "mixed"].map((kind) => h("li", {}, h("span", { class: `swatch ${kind}`, "aria-hidden": "true" }, { positive: "+", neutral: "0", negative: "−", mixed: "±" }[kind]), t(kind === "mixed" ? "matrix-mixed" : `sign-${kind}`)));
const other = [h("li", {}, h("span", { class: "swatch open", "aria-hidden": "true" }), t("matrix-open")), model.views.length > 1 && h("li", {}, h("span", { class: "unequal", "aria-hidden": "true" }, "≠"), t("matrix-clash"))];
return h("details", { class: "key-fold", open: matchMedia("(min-width: 820px)").matches }, h("summary", {}, t("legend-reading"), h("span", { class: "aside" }, t("matrix-reading"))), h("ul", { class: "key" }, whose, both, signs, other));
}
function matrixMark(app, place) {
for (const marked of place.querySelectorAll("[aria-current]")) marked.removeAttribute("aria-current");
if (app.state.at === null) return;
for (const button of place.querySelectorAll(`[data-at="${CSS.escape(app.state.at)}"]`)) button.setAttribute("aria-current", "true");
}
function matrixRove(place, target) {
if (!(target instanceof HTMLElement) || target.dataset.row === void 0) return;
for (const other of place.querySelectorAll('[data-row][tabindex="0"]')) other.setAttribute("tabindex", "-1");
target.setAttribute("tabindex", "0");
}
function matrixWalk(place, event) {
const from = event.target.dataset;
if (from.row === void 0 || event.ctrlKey || event.metaKey || event.altKey) return;
const [row, column] = [Number(from.row), Number(from.column)];
const all = [...place.querySelectorAll("[data-row]")];
const at = (each) => [Number(each.dataset.row), Number(each.dataset.column)];
const inRow = all.filter((each) => at(each)[0] === row).sort((a, b) => at(a)[1] - at(b)[1]);
const inColumn = all.filter((each) => at(each)[1] === column).sort((a, b) => at(a)[0] - at(b)[0]);
const next = { ArrowLeft: inRow.filter((each) => at(each)[1] < column).at(-1), ArrowRight: inRow.find((each) => at(each)[1] > column), ArrowUp: inColumn.filter((each) => at(each)[0] < row).at(-1), ArrowDown: inColumn.find((each) => at(each)[0] > row), Home: inRow[0], End: inRow.at(-1) };
if (!Object.hasOwn(next, event.key)) return;
event.preventDefault();
next[event.key]?.focus();
}

// text_views/table.js
var PORTION2 = { slice: 200, screen: 30 };
function rowOf(app, index) {
return app.model.statements[index];
}
var COLUMNS = [{ id: "view", cell: (app, i) => rowOf(app, i).views.map((view) => viewMark(app.model, view)), by: (app, i) => rowOf(app, i).views.join() }, { id: "from", cell: (app, i) => h("span", { class: "clamp" }, labels(app.model, rowOf(app, i).from)), by: (app, i) => labels(app.model, rowOf(app, i).from) }, { id: "relation", cell: relationButton, by: (app, i) => typeLabel(app, i) }, { id: "to", cell: (app, i) => h("span", { class: "clamp" }, labels(app.model, rowOf(app, i).to)), by: (app, i) => labels(app.model, rowOf(app, i).to) }, { id: "sign", cell: (app, i) => signMark(rowOf(app, i).sign), by: (app, i) => -rowOf(app, i).sign }, { id: "stance", cell: (app, i) => voiceText(app.model, rowOf(app, i)) || t(`stance-${rowOf(app, i).stance}`), by: (app, i) => rowOf(app, i).stance + voiceText(app.model, rowOf(app, i)) }, { id: "mode", cell: (app, i) => modeText(rowOf(app, i)), by: (app, i) => modeText(rowOf(app, i)) }, { id: "when", cell: (app, i) => dateInWords(app.model, rowOf(app, i).when ?? ""), by: (app, i) => firstYear(rowOf(app, i)) }, { id: "strength", cell: (app, i) => h("span", { title: strengthWord(rowOf(app, i).strength) }, rowOf(app, i).strength), by: (app, i) => -rowOf(app, i).strength }, { id: "verdict", cell: verdictCell, by: (app, i) => verdictRank(app, i) }, { id: "where", cell: (app, i) => paragraphsOf(rowOf(app, i)), by: (app, i) => firstPlace(app, i) }];
function startTable(app) {
const place = byId("table");
const build = () => {
const focused = place.querySelector("th button:focus")?.closest("th")?.dataset.column;
fill(place, ...tableParts(app));
if (focused) place.querySelector(`th[data-column="${focused}"] button`)?.focus();
};
followForm(app, "table", ["sort"], build, () => tableMark(app, place));
place.addEventListener("click", (event) => {
const row = event.target.closest("tr[data-statement]");
if (row && getSelection()?.isCollapsed !== false) app.change({ at: `statement:${row.getAttribute("data-statement")}` });
});
}
function tableParts(app) {
const rows = sorted(app);
if (rows.length === 0) return [h("p", { class: "empty" }, nothingLeft(app))];
const body = h("tbody", { role: "rowgroup" });
const told3 = h("p", {});
const columns3 = COLUMNS.filter(({ id }) => id !== "view" && id !== "verdict" ? true : app.model.views.length > 1);
const show2 = (part2) => body.append(...part2.map((index) => tableRow(app, columns3, index)));
const list = slices(body, rows, PORTION2, show2);
const tell = () => {
const shown = rows.length - list.left();
const some = list.left() > 0;
fill(told3, some ? t("statements-some", { n: shown, all: rows.length }) : t("count-statements", { n: rows.length }));
};
tell();
const label = () => t("form-more", { n: Math.min(PORTION2.slice, list.left()), left: list.left() });
const heads2 = columns3.map((column) => columnHead(app, column));
const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads2));
const caption = h("caption", { class: "unseen" }, t("table-caption"));
const table = h("table", { class: "statements", role: "table" }, caption, head, body);
return [h("div", { class: "form-head" }, told3), scroller(t("table-caption"), table, moreButton(list, label, tell))];
}
function sorted(app) {
const { statements } = app.selection;
const { column, down } = sortOf(app);
if (!column) return statements;
const keys = new Map(statements.map((index) => [index, column.by(app, index)]));
const way = down ? -1 : 1;
const order = (a, b) => {
const [one, other] = [keys.get(a) ?? "", keys.get(b) ?? ""];
if (one === "" !== (other === "")) return one === "" ? 1 : -1;
return way * (compared(one, other) || a - b);
};
return [...statements].sort(order);
}
var collator = new Intl.Collator(void 0, { numeric: true });
function compared(a, b) {
return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
function sortOf({ state }) {
const down = state.sort?.startsWith("-") ?? false;
const id = state.sort?.replace(/^-/, "");
return { column: COLUMNS.find((column) => column.id === id), down };
}
function columnHead(app, column) {
const { column: by, down } = sortOf(app);
const own = by === column;
const next = !own ? column.id : down ? null : `-${column.id}`;
const mark2 = h("span", { class: "way", "aria-hidden": "true" }, own ? down ? "▼" : "▲" : "");
const sort = own ? down ? "descending" : "ascending" : "none";
const button = h("button", { type: "button", title: t("table-sort"), click: () => app.change({ sort: next }) }, t(`table-${column.id}`), mark2);
return h("th", { scope: "col", role: "columnheader", class: column.id, "data-column": column.id, "aria-sort": sort }, button);
}
function tableRow(app, columns3, index) {
const { standing } = rowOf(app, index);
const row = h("tr", { role: "row", "data-statement": index, class: standing }, columns3.map(({ id, cell }) => h("td", { role: "cell", class: id, "data-label": t(`table-${id}`) }, cell(app, index))));
if (app.state.at === `statement:${index}`) row.setAttribute("aria-current", "true");
return row;
}
function relationButton(app, index) {
const { sentence, negated } = rowOf(app, index);
const label = negated ? t("tell-not", { relation: typeLabel(app, index) }) : typeLabel(app, index);
return h("button", { type: "button", class: "plain", "data-at": `statement:${index}`, title: sentence }, label, h("span", { class: "unseen" }, `: ${sentence}`));
}
function typeLabel(app, index) {
const { type } = rowOf(app, index);
return app.model.types.get(type)?.label ?? type;
}
function modeText(statement) {
const parts = [t(`mode-${statement.mode}`), attitudeText(statement), statement.hedged && t("detail-hedged")];
return parts.filter(Boolean).join(", ");
}
function firstYear({ years }) {
return years?.[0][0] ?? years?.[0][1] ?? "";
}
function verdictOf({ model, state }, index) {
const own = pairsOf(model, state.level, index).flatMap((pair) => comparedOn(model, state.level, pairKey(...pair)));
return own.sort((a, b) => VERDICTS.indexOf(a.dyad.verdict) - VERDICTS.indexOf(b.dyad.verdict))[0];
}
function verdictRank(app, index) {
const verdict = verdictOf(app, index);
return verdict ? VERDICTS.indexOf(verdict.dyad.verdict) : VERDICTS.length;
}
function verdictCell(app, index) {
const verdict = verdictOf(app, index);
if (!verdict) return "";
const mark2 = verdict.dyad.contested && h("span", { class: "unequal", "aria-hidden": "true" }, "≠");
return h("span", { class: "judged" }, mark2, h("span", {}, verdictName(app.model, verdict)));
}
function paragraphsOf({ evidence = [] }) {
return [...new Set(evidence.map(({ paragraph }) => paragraph))].join(", ");
}
function firstPlace(app, index) {
const [view] = rowOf(app, index).views;
return app.model.places[view]?.first[index] ?? Number.MAX_SAFE_INTEGER;
}
function tableMark(app, place) {
for (const row of place.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
const index = app.state.at?.startsWith("statement:") ? app.state.at.slice(10) : null;
if (index !== null && /^\d+$/.test(index)) place.querySelector(`tr[data-statement="${index}"]`)?.setAttribute("aria-current", "true");
}

// view/modes.js
function startForms(app) {
const forms = formsOf(app.model);
const tabs = forms.map((form) => byId(`tab-${form}`));
for (const tab of tabs) tab.hidden = false;
for (const tab of tabs) tab.addEventListener("click", () => app.change({ form: tab.dataset.form }));
byId("forms").addEventListener("keydown", (event) => chosen(event, tabs));
app.follow(() => {
const { form: shown } = formShown(app);
document.body.dataset.form = shown;
for (const tab of tabs) {
const on = tab.dataset.form === shown;
tab.setAttribute("aria-selected", String(on));
tab.tabIndex = on ? 0 : -1;
byId(tab.dataset.form).hidden = !on;
}
});
}
function startModes(app) {
const { views } = app.model;
const place = byId("modes");
place.hidden = views.length < 2;
if (views.length < 2) return;
place.classList.toggle("many", views.length > 2);
const single = views.map((_, index) => modeButton(String(index)));
const joint = ["side", "both", "only"].map(modeButton);
const buttons = [...single, ...joint];
fill(place, buttons);
for (const button of buttons) button.addEventListener("click", () => app.change({ mode: button.dataset.mode }));
place.addEventListener("keydown", (event) => chosen(event, buttons));
let lang = "";
app.follow(({ state }) => {
if (lang !== document.documentElement.lang) for (const button of buttons) nameMode(app, button);
lang = document.documentElement.lang;
const known2 = buttons.some((button) => button.dataset.mode === state.mode) ? state.mode : "both";
for (const button of buttons) {
const on = button.dataset.mode === known2;
button.setAttribute("aria-checked", String(on));
button.tabIndex = on ? 0 : -1;
}
});
}
function modeButton(mode) {
const kind = Number.isNaN(Number(mode)) ? "joint" : "single";
return h("button", { type: "button", role: "radio", class: kind, "data-mode": mode });
}
function nameMode({ model }, button) {
const { views } = model;
const mode = button.dataset.mode ?? "";
const view = views[Number(mode)];
const name = view ? view.short : t(`modes-${mode}`);
const [a, z] = [views[0].letter, views.length === 2 ? views[1].letter : "…"];
const letters = view ? view.letter : { side: `${a}|${z}`, both: `${a}+${z}`, only: `${a}≠${z}` }[mode];
button.setAttribute("aria-label", view ? view.name : name);
button.title = view ? view.name : t(`modes-${mode}-title`);
fill(button, h("span", { class: "letter", "aria-hidden": "true" }, letters), h("span", { class: "steady", "data-wide": name }, name));
}
function chosen(event, row) {
stepped(event, row)?.click();
}
function stepped(event, row) {
const here = row.indexOf(document.activeElement);
const steps = /* @__PURE__ */ new Map([["ArrowRight", here + 1], ["ArrowDown", here + 1], ["ArrowLeft", here - 1], ["ArrowUp", here - 1], ["Home", 0], ["End", row.length - 1]]);
const to = steps.get(event.key);
if (here < 0 || to === void 0 || event.ctrlKey || event.altKey || event.metaKey) return null;
event.preventDefault();
const next = row[(to + row.length) % row.length];
next.focus();
return next;
}

// view/briefing.js
function startBriefing(app) {
const { briefing } = app.model.document;
byId("brief").hidden = briefing === void 0;
if (!briefing) return;
const [fold, lines] = [byId("fold-brief"), byId("brief-lines")];
fold.addEventListener("click", () => unfold(lines.hidden));
lines.addEventListener("keydown", (event) => stepped(event, waysIn(lines)));
lines.addEventListener("focusin", ({ target }) => onlyStop(waysIn(lines), target));
unfold(true);
let lang = "";
app.follow((_, before) => {
const spoken = document.documentElement.lang;
if (lang !== spoken) show(app, briefing[spoken]);
if (lang !== spoken || before.at !== app.state.at) mark(lines, app.state.at);
lang = spoken;
});
}
function unfold(wanted) {
byId("brief-lines").hidden = !wanted;
byId("fold-brief").setAttribute("aria-expanded", String(wanted));
document.body.classList.toggle("with-brief", wanted);
}
function show(app, { title, about, lines }) {
byId("brief-title").textContent = title;
const place = byId("brief-lines");
const items = lines.map((line) => h("li", { dir: "auto" }, line.map((piece) => pieceOf(app, piece))));
fill(place, h("ul", { "aria-label": t("briefing-keys") }, items), h("p", { class: "about" }, about));
const ways = waysIn(place);
onlyStop(ways, ways[0]);
}
function pieceOf(app, { text, lead, to }) {
if (lead) return h("strong", {}, text);
if (!to) return text;
const isPassage = "statement" in to || "position" in to;
const go = (event) => {
if (event.ctrlKey || event.metaKey || event.shiftKey) return;
event.preventDefault();
goTo(app, to);
};
const patch = patchOf(app, to);
const named2 = { "aria-label": isPassage && t("briefing-passage", { place: text }), "data-at": patch.at };
const href = `#${toFragment({ ...app.start, ...patch }, app.start)}`;
return h("a", { href, class: isPassage ? "place" : null, ...named2, click: go }, h("bdi", {}, text));
}
function patchOf({ model, state }, to) {
if ("facet" in to) return { facet: [to.facet] };
if ("modes" in to) return { world: to.modes };
if ("pair" in to) {
const at = pairKey(...to.pair);
return comparedOn(model, state.level, at).length > 0 ? { at } : { at, level: "state" };
}
const [[kind, value]] = Object.entries(to);
return { at: `${kind}:${value}` };
}
function goTo(app, to) {
const patch = patchOf(app, to);
if (patch.at !== void 0) return app.change(patch);
const shows = relaxed(app, patch, ({ statements }) => Math.sign(statements.length));
return changeAndAnnounce(app, shows.patch, shows.off);
}
function waysIn(place) {
return [...place.querySelectorAll("a")];
}
function mark(place, at) {
for (const way of waysIn(place)) {
if (at !== null && way.getAttribute("data-at") === at) way.setAttribute("aria-current", "true");
else way.removeAttribute("aria-current");
}
}
function onlyStop(ways, stop) {
if (ways.every((way) => way !== stop)) return;
for (const way of ways) way.tabIndex = way === stop ? 0 : -1;
}

// view/drawer.js
var NARROW = "(max-width: 819px)";
function startDrawer() {
const narrow = matchMedia(NARROW);
const [open, close, filters] = [byId("open-filters"), byId("close-filters"), byId("filters")];
const { classList } = document.body;
const isOpen = () => narrow.matches ? classList.contains("with-filters") : !classList.contains("no-filters");
const [top, looks] = [".top", ".looks"].map((name) => document.querySelector(name));
const tell = () => {
const over = narrow.matches && isOpen();
open.setAttribute("aria-expanded", String(isOpen()));
const behind = [document.querySelector("header"), byId("brief"), byId("main"), byId("panel")];
for (const each of behind) each.inert = over;
};
const place = () => (narrow.matches ? looks : top)?.append(byId("lang"), byId("theme"));
const set = (wanted) => {
classList.toggle(narrow.matches ? "with-filters" : "no-filters", narrow.matches === wanted);
tell();
if (narrow.matches) (wanted ? close : open).focus();
};
open.addEventListener("click", () => set(!isOpen()));
close.addEventListener("click", () => set(false));
narrow.addEventListener("change", () => {
classList.remove("with-filters");
place();
tell();
});
filters.addEventListener("keydown", (event) => {
if (event.key !== "Escape" || !narrow.matches || event.defaultPrevented) return;
event.preventDefault();
set(false);
});
document.addEventListener("pointerdown", (event) => {
if (narrow.matches && isOpen() && !filters.contains(event.target)) set(false);
});
place();
tell();
}

// view/filters.js
var ORDER = ["view", "verdict", "sign", "stance", "holder", "type", "facet", "world", "actor"];
var OPEN = ["verdict", "sign", "stance"];
var MANY = 12;
var byName = new Intl.Collator().compare;
function startFilters(app) {
const lists = ORDER.map((dimension) => new ValueList(app, dimension));
byId("dimensions").append(...lists.map((list) => list.details));
startSwitches(app);
startYears(app);
startStrength(app);
byId("clear").addEventListener("click", () => clearFilters(app));
byId("clear-all").addEventListener("click", () => clearFilters(app));
let lang = "";
app.follow(() => {
if (lang !== document.documentElement.lang) byName = new Intl.Collator(document.documentElement.lang).compare;
lang = document.documentElement.lang;
for (const list of lists) list.update();
byId("clear").disabled = !isFiltered(app);
});
}
function isFiltered({ state, start: start2 }) {
const { from, to, strength, focus, main, facts } = state;
if (from !== null || to !== null || strength > 1 || focus !== null) return true;
return main !== start2.main || facts !== start2.facts || DIMENSIONS.some((dimension) => state[dimension].length > 0);
}
function clearFilters(app) {
const { main, facts } = app.start;
const patch = { from: null, to: null, strength: 1, focus: null, para: null, main, facts };
for (const dimension of DIMENSIONS) patch[dimension] = [];
app.change(patch);
}
var ValueList = class {
constructor(app, dimension) {
this.app = app;
this.dimension = dimension;
this.rows = /* @__PURE__ */ new Map();
this.lang = "";
this.order = "";
this.chosen = h("span", { class: "chosen" });
this.title = h("span");
this.narrowing = h("input", { type: "search", class: "narrowing", autocomplete: "off", input: () => this.narrow() });
this.values = h("div", { class: "values", role: "group", change: (event) => this.choose(event) });
const open = OPEN.includes(dimension);
this.details = h("details", { "data-dim": dimension, open }, h("summary", {}, this.title, this.chosen), this.narrowing, this.values);
}
update() {
const { app, dimension, rows } = this;
const counts = app.selection.counts.get(dimension) ?? /* @__PURE__ */ new Map();
const told3 = formShown(app);
const chosen2 = app.state[dimension];
for (const value of [...counts.keys(), ...chosen2]) if (!rows.has(value)) this.add(value);
this.translate();
let shown = 0;
for (const row of rows.values()) {
row.count = countLeft(told3, counts.get(row.value));
const on = chosen2.includes(row.value);
if (row.input.checked !== on) row.input.checked = on;
const { left, behind } = row.count;
const gone = left + behind === 0 && !on;
row.row.toggleAttribute("data-gone", gone);
if (!gone) shown += 1;
const text = behind > 0 ? `(${behind})` : String(left);
if (row.output.textContent !== text) row.output.textContent = text;
row.row.classList.toggle("none", (left === 0 || behind > 0) && !on);
}
this.chosen.textContent = chosen2.length === 0 ? "" : t("filters-chosen", { n: chosen2.length });
const alone = dimension === "view" && (app.model.views.length < 2 || app.state.mode in app.model.views);
this.details.hidden = shown === 0 || alone && chosen2.length === 0;
this.narrowing.hidden = shown <= MANY && this.narrowing.value === "";
this.values.classList.toggle("long", shown > MANY);
this.sort();
this.narrow();
}
add(value) {
const input = h("input", { type: "checkbox", "data-dim": this.dimension, value });
const [label, output] = [h("span"), h("output")];
const row = h("label", { class: "value" }, input, label, output);
const name = this.nameRow(label, value);
this.rows.set(value, { value, name, row, input, label, output, count: countLeft(formShown(this.app)) });
this.values.append(row);
}
nameRow(label, value) {
const name = valueName(this.app.model, this.dimension, value);
label.textContent = name;
label.setAttribute("dir", "auto");
return name;
}
translate() {
if (this.lang === document.documentElement.lang) return;
this.lang = document.documentElement.lang;
const title = t(`filters-${this.dimension}`);
this.title.textContent = title;
this.values.setAttribute("aria-label", title);
this.narrowing.setAttribute("aria-label", t("filters-narrow", { name: title }));
this.narrowing.placeholder = t("filters-narrow-short");
for (const row of this.rows.values()) row.name = this.nameRow(row.label, row.value);
}
sort() {
if (this.values.matches(":hover, :focus-within") && this.order !== "") return;
const { dimension } = this;
const key = ({ count }) => count.left * 1e6 + count.behind;
const sorted2 = [...this.rows.values()].sort((a, b) => {
return rankOf(dimension, a.value) - rankOf(dimension, b.value) || key(b) - key(a) || byName(a.name, b.name);
});
const order = sorted2.map((row) => row.value).join("\n");
if (order === this.order) return;
this.order = order;
this.values.append(...sorted2.map((row) => row.row));
}
narrow() {
const typed = this.narrowing.value.trim().toLowerCase();
for (const { row, name } of this.rows.values()) {
row.hidden = row.hasAttribute("data-gone") || typed !== "" && !name.toLowerCase().includes(typed);
}
}
choose(event) {
const { app, dimension } = this;
const { value, checked } = event.target;
const others = app.state[dimension].filter((each) => each !== value);
const patch = { [dimension]: checked ? [...others, value] : others };
if (!checked || !this.rows.get(value)?.count.behind) return app.change(patch);
const shows = relaxed(app, patch, (selection) => selection.counts.get(dimension)?.get(value)?.within ?? 0);
changeAndAnnounce(app, shows.patch, shows.off);
}
};
function startSwitches(app) {
const [main, facts, level] = ["main-only", "facts-only", "roll-up"].map(byId);
main.addEventListener("change", () => app.change({ main: main.checked }));
facts.addEventListener("change", () => app.change({ facts: facts.checked }));
level.addEventListener("change", () => app.change({ level: level.checked ? "state" : "actor" }));
main.parentElement.hidden = !app.model.hasMain;
level.parentElement.hidden = app.model.levels.size < 2;
app.follow(({ state }) => {
main.checked = state.main;
facts.checked = state.facts;
level.checked = state.level === "state";
});
}
function startYears(app) {
const { years } = app.model;
byId("period").hidden = years === null;
if (!years) return;
const [first, last] = [byId("from-year"), byId("to-year")];
for (const input of [first, last]) {
[input.min, input.max] = years.map(String);
input.addEventListener("input", () => slide(input));
}
const slide = (moved) => {
let [from, to] = [Number(first.value), Number(last.value)];
if (from > to) [from, to] = moved === first ? [from, from] : [to, to];
app.change({ from: from === years[0] ? null : from, to: to === years[1] ? null : to }, { passing: true });
};
app.follow(({ state }) => {
first.value = String(state.from ?? years[0]);
last.value = String(state.to ?? years[1]);
byId("years").textContent = yearsText(app);
});
}
function startStrength(app) {
const radios = [...byId("strength").querySelectorAll("input")];
for (const radio of radios) radio.addEventListener("change", () => app.change({ strength: Number(radio.value) }));
app.follow(({ state }) => {
for (const radio of radios) radio.checked = Number(radio.value) === state.strength;
});
}

// view/preferences.js
var THEMES = matchMedia("(prefers-color-scheme: dark)").matches ? [null, "light", "dark"] : [null, "dark", "light"];
function startPreferences(app) {
const [lang, theme] = [byId("lang"), byId("theme")];
fill(lang, languages().map(({ code, name }) => h("option", { value: code, lang: code }, name)));
lang.addEventListener("change", () => app.change({ lang: lang.value }));
theme.addEventListener("click", () => {
const next = THEMES[(themeAt(app) + 1) % THEMES.length];
app.change({ theme: next });
});
byId("skip").addEventListener("click", (event) => {
event.preventDefault();
byId(document.body.dataset.form === "graph" ? "stage" : "main").focus();
});
let spoken;
app.follow(({ state }) => {
if (spoken !== state.lang) speak(state.lang);
spoken = state.lang;
const at = THEMES[themeAt(app)];
if (at) document.documentElement.dataset.theme = at;
else delete document.documentElement.dataset.theme;
theme.setAttribute("aria-label", t("theme-is", { name: t(`theme-${at ?? "system"}`) }));
theme.title = theme.getAttribute("aria-label");
fill(theme, h("span", { "aria-hidden": "true" }, { light: "☀", dark: "☾", system: "◐" }[at ?? "system"]));
lang.value = document.documentElement.lang;
});
}
function themeAt({ state }) {
return Math.max(0, THEMES.indexOf(state.theme));
}
function speak(asked) {
chooseLanguage(asked);
setStaticTexts();
}

// view/reading_mode.js
var BEAT = 3e3;
var CALM_BEAT = 5e3;
var PAUSE = 60;
function startReadingMode(app) {
const place = byId("unfold");
const toggle = byId("unfold-on");
const news = newsOf(app);
const player = playing(() => step(1));
let modeBefore = null;
const read = (view, paragraph, passing) => app.change({ para: `${view}:${paragraph}`, mode: String(view) }, { passing });
const step = (way) => {
const reading = readingAt(app);
const next = reading && nextNew(news(reading.view), reading.paragraph, way);
if (reading && next) read(reading.view, next, true);
return Boolean(next);
};
const turn = () => {
if (app.state.para !== null) return app.change({ para: null, mode: modeBefore ?? app.state.mode });
modeBefore = app.state.mode;
const view = Number.parseInt(app.state.mode, 10) || 0;
return read(view, nextNew(news(view), 0, 1) ?? 1, false);
};
const controls = unfoldControls({ choose: (view) => read(view, nextNew(news(view), 0, 1) ?? 1, false), scrub: calmly((paragraph) => {
player.stop();
read(readingAt(app)?.view ?? 0, paragraph, true);
}), step: (way) => {
player.stop();
step(way);
}, play: () => player.on() ? player.stop() : player.start() });
player.follow((on) => showPlaying(controls, on));
toggle.addEventListener("click", turn);
fill(place, ...unfoldBar(controls));
app.follow((_, before) => {
const reading = readingAt(app);
if (reading && before.mode !== app.state.mode && String(reading.view) !== app.state.mode) return readElsewhere(app, reading);
toggle.setAttribute("aria-pressed", String(reading !== null));
place.hidden = reading === null;
if (!reading) return player.stop();
if (before === app.state || before.para === null || before.lang !== app.state.lang) nameControls(app, controls, player.on());
showReading(app, controls, reading, news(reading.view));
return void 0;
});
}
function readingAt({ model, state }) {
const [view, paragraph] = (state.para ?? "").split(":").map(Number);
const place = model.places[view];
if (state.para === null || !place || !Number.isInteger(paragraph)) return null;
return { view, paragraph: Math.min(Math.max(paragraph, 1), Math.max(place.length, 1)), length: place.length };
}
function readElsewhere(app, { paragraph }) {
const other = app.model.places[Number.parseInt(app.state.mode, 10)];
const para = other ? `${app.state.mode}:${Math.min(paragraph, other.length)}` : null;
app.change({ para }, { passing: true });
}
function newsOf(app) {
let key = null;
let byParagraph = /* @__PURE__ */ new Map();
return (view) => {
const state = { ...app.state, para: null, at: null, box: null, focus: null, form: "graph", mode: String(view) };
const now = toFragment(state, app.start);
if (now === key) return byParagraph;
key = now;
byParagraph = /* @__PURE__ */ new Map();
const { first } = app.model.places[view];
for (const index of app.select(state).statements) {
const paragraph = first[index];
if (paragraph !== null) byParagraph.set(paragraph, [...byParagraph.get(paragraph) ?? [], index]);
}
return byParagraph;
};
}
function nextNew(news, from, way) {
const there = [...news.keys()].filter((paragraph) => (paragraph - from) * way > 0);
return there.length === 0 ? null : there.reduce((a, b) => Math.abs(a - from) < Math.abs(b - from) ? a : b);
}
function calmly(act) {
let free = 0;
let waiting = 0;
return (value) => {
clearTimeout(waiting);
const now = performance.now();
const run = () => {
free = performance.now() + PAUSE;
act(value);
};
if (now >= free) run();
else waiting = window.setTimeout(run, free - now);
};
}
function playing(beat) {
let timer = null;
let listen = () => {
};
const stop = () => {
if (timer === null) return;
clearInterval(timer);
timer = null;
listen(false);
};
const start2 = () => {
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
if (!beat()) return;
timer = window.setInterval(() => beat() || stop(), calm ? CALM_BEAT : BEAT);
listen(true);
};
return { start: start2, stop, on: () => timer !== null, follow: (tell) => listen = tell };
}
function unfoldControls(acts) {
const number = (event) => Number(event.target.value);
return { view: h("select", { id: "unfold-view", change: (event) => acts.choose(number(event)) }), back: h("button", { type: "button", id: "unfold-back", class: "icon", click: () => acts.step(-1) }, h("span", { "aria-hidden": "true" }, "‹")), play: h("button", { type: "button", id: "play", click: acts.play }), on: h("button", { type: "button", id: "unfold-next", class: "icon", click: () => acts.step(1) }, h("span", { "aria-hidden": "true" }, "›")), scrub: h("input", { type: "range", id: "paragraph", min: 1, step: 1, input: (event) => acts.scrub(number(event)) }), told: h("p", { id: "unfold-told", role: "status" }), fresh: h("ul", { class: "fresh" }) };
}
function unfoldBar({ view, back, play, on, scrub, told: told3, fresh }) {
return [h("div", { class: "unfold-bar" }, view, h("span", { class: "steps" }, back, play, on), scrub), told3, fresh];
}
function nameControls(app, controls, on) {
byId("unfold").setAttribute("role", "group");
const names = { view: "unfold-view", back: "unfold-back", on: "unfold-next", scrub: "unfold-paragraph" };
for (const [name, key] of Object.entries(names)) controls[name].setAttribute("aria-label", t(key));
for (const name of ["back", "on"]) controls[name].title = t(names[name]);
byId("unfold").setAttribute("aria-label", t("unfold-label"));
controls.fresh.setAttribute("aria-label", t("unfold-new"));
fill(controls.view, app.model.views.map((view, index) => h("option", { value: index }, view.short)));
showPlaying(controls, on);
}
function showPlaying({ play }, on) {
fill(play, h("span", { class: "way", "aria-hidden": "true" }, on ? "❙❙" : "▶"), " ", t(on ? "unfold-pause" : "unfold-play"));
}
function showReading(app, { view, back, on, scrub, told: told3, fresh }, reading, news) {
const { model } = app;
const { works, before } = model.places[reading.view];
const work = works.filter((each) => (before.get(each.id) ?? 0) < reading.paragraph).at(-1) ?? works[0];
const own = news.get(reading.paragraph) ?? [];
view.value = String(reading.view);
scrub.max = String(Math.max(reading.length, 1));
scrub.value = String(reading.paragraph);
back.disabled = nextNew(news, reading.paragraph, -1) === null;
on.disabled = nextNew(news, reading.paragraph, 1) === null;
const n = reading.paragraph - (before.get(work?.id ?? "") ?? 0);
const where = t(work?.of ? "unfold-where" : "unfold-at", { paragraph: n, all: work?.of });
const what = own.length === 0 ? t("unfold-none") : t("unfold-count", { n: own.length });
fill(told3, where, ": ", h("strong", {}, what), " · ", h("cite", {}, work?.title ?? ""));
scrub.setAttribute("aria-valuetext", told3.textContent ?? "");
const item = (index) => {
const said = [signMark(model.statements[index].sign), " ", sentenceOf(model.statements[index])];
return h("li", {}, h("button", opensEvidence(app, `statement:${index}`), said));
};
fill(fresh, own.map(item));
fresh.scrollTop = 0;
}

// view/search.js
var GROUPS = ["actor", "type", "issue", "statement", "position"];
var FOUND_AT_MOST = 12;
var ROOM = { actor: 5, type: 3, issue: 2, statement: 4, position: 2 };
function startSearch(app) {
const search = new Search(app);
document.addEventListener("keydown", (event) => {
const target = event.target;
const typing = target.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select');
if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
event.preventDefault();
search.input.focus();
search.input.select();
});
}
function unmarked(text) {
return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}
function entriesOf({ model }) {
const { document: data, statements } = model;
const aliases = (id) => model.actors.get(id)?.aliases ?? [];
const actors = data.who.map(({ id, name, label, aliases: also }) => {
const about = (also ?? []).join(", ");
return { group: "actor", id, name, about, fields: [name, label, ...also ?? []].map(unmarked) };
});
const types = data.types.map(({ id, label, definition }) => {
return { group: "type", id, name: label, about: definition ?? "", fields: [unmarked(label)] };
});
const said = statements.map(({ sentence, gloss, ref, from, to, views }, index) => {
const about = [views.map((view) => model.views[view]?.short).join(", "), gloss].filter(Boolean).join(": ");
const called = [...from, ...to].flatMap(aliases);
const fields = [sentence, gloss ?? "", ref, ...called].map(unmarked);
return { group: "statement", id: String(index), name: sentence, about, fields };
});
return [...actors, ...types, ...issueEntries(model), ...said, ...positionEntries(model)];
}
function issueEntries({ issues }) {
return [...issues.values()].map(({ id, question, answers }) => {
const about = answers.map(({ label }) => label).join(", ");
const fields = [question, ...answers.map(({ label }) => label)].map(unmarked);
return { group: "issue", id, name: question, about, fields };
});
}
function positionEntries({ positions, issues, views }) {
return positions.flatMap((position, at) => {
const { gloss, ref, issue, answer } = position;
if (!gloss) return [];
const of = issues.get(issue);
const name = `${of?.question ?? issue} ${answerLabel(of, answer)}`;
const about = [position.views.map((view) => views[view]?.short).join(", "), gloss].join(": ");
return [{ group: "position", id: String(at), name, about, fields: [gloss, ref].map(unmarked) }];
});
}
function costOf({ fields }, words) {
let cost = 0;
for (const word of words) {
let least = Number.POSITIVE_INFINITY;
fields.forEach((field, place) => {
const at = field.indexOf(word);
if (at < 0) return;
const starts = at === 0 || field.includes(` ${word}`) || field.includes(`-${word}`);
least = Math.min(least, (at === 0 ? 0 : starts ? 2 : 6) + Math.min(place, 3) + (field.length > word.length ? 0.5 : 0));
});
if (least === Number.POSITIVE_INFINITY) return null;
cost += least;
}
return cost;
}
var Search = class {
constructor(app) {
this.app = app;
this.entries = null;
this.found = [];
this.at = -1;
this.input = byId("search");
this.list = byId("found");
this.input.addEventListener("input", () => this.look());
this.input.addEventListener("focus", () => this.look());
this.input.addEventListener("blur", () => this.close());
this.input.addEventListener("keydown", (event) => this.key(event));
this.list.addEventListener("pointerdown", (event) => event.preventDefault());
this.list.addEventListener("click", (event) => {
const option = event.target.closest('[role="option"]');
if (option) this.go(this.found[Number(option.id.slice("found-".length))]);
});
}
look() {
const words = unmarked(this.input.value).split(/\s+/).filter(Boolean);
if (words.length === 0) return this.close();
this.entries ??= entriesOf(this.app);
const hits = new Map(GROUPS.map((group) => [group, []]));
for (const entry of this.entries) {
const cost = costOf(entry, words);
if (cost !== null) hits.get(entry.group)?.push({ entry, cost });
}
for (const some of hits.values()) some.sort((a, b) => a.cost - b.cost);
this.show(hits);
}
show(hits) {
const all = [...hits.values()].reduce((sum, some) => sum + some.length, 0);
const taken = GROUPS.reduce((sum, group) => sum + Math.min(ROOM[group], hits.get(group)?.length ?? 0), 0);
let spare = Math.max(0, FOUND_AT_MOST - taken);
this.found = [];
const parts = GROUPS.map((group) => {
const some = hits.get(group) ?? [];
const extra = Math.min(Math.max(0, some.length - ROOM[group]), spare);
spare -= extra;
const shown = some.slice(0, ROOM[group] + extra).map(({ entry }) => this.option(entry));
if (shown.length === 0) return null;
return h("div", { role: "group", "aria-label": t(`search-${group}`) }, h("span", { "aria-hidden": "true" }, t(`search-${group}`)), shown);
});
const more = all - this.found.length;
fill(this.list, parts, all === 0 && this.nothing(), more > 0 && h("div", { class: "more", role: "presentation" }, t("search-more", { n: more })));
this.list.hidden = false;
this.input.setAttribute("aria-expanded", "true");
this.mark(all === 0 ? -1 : 0);
}
nothing() {
return h("div", { role: "option", "aria-disabled": "true" }, t("search-nothing"));
}
option(entry) {
const { name, about } = entry;
const id = `found-${this.found.length}`;
this.found.push(entry);
const short = about.length > 160 ? `${about.slice(0, 160)}…` : about;
return h("div", { role: "option", id, "aria-selected": "false", dir: "auto" }, h("span", {}, name), short && h("small", {}, short));
}
mark(place) {
this.list.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
this.at = place;
const option = place < 0 ? null : byId(`found-${place}`);
option?.setAttribute("aria-selected", "true");
option?.scrollIntoView({ block: "nearest" });
if (option) this.input.setAttribute("aria-activedescendant", option.id);
else this.input.removeAttribute("aria-activedescendant");
}
close() {
this.list.hidden = true;
this.input.setAttribute("aria-expanded", "false");
this.mark(-1);
}
key(event) {
const open = !this.list.hidden;
const count = this.found.length;
if (event.key === "Escape" && open) this.close();
else if (event.key === "ArrowDown" && !open) this.look();
else if (event.key === "ArrowDown" && count > 0) this.mark((this.at + 1) % count);
else if (event.key === "ArrowUp" && open && count > 0) this.mark((this.at + count - 1) % count);
else if (event.key === "Enter" && open && this.at >= 0) this.go(this.found[this.at]);
else return;
event.preventDefault();
event.stopPropagation();
}
go(entry) {
if (!entry) return void 0;
const { app } = this;
const { group, id } = entry;
this.close();
this.input.value = "";
const patch = group === "actor" ? { at: `actor:${id}`, focus: id } : group === "type" ? { type: [id] } : { at: `${group}:${id}` };
if (group === "issue" || group === "position") return app.change(patch);
const shows = relaxed(app, patch, (selection) => {
if (group === "actor") return Number(selection.actors.has(id));
return group === "type" ? Math.sign(selection.statements.length) : selection.kept[Number(id)];
});
return changeAndAnnounce(app, shows.patch, shows.off);
}
};

// main.js
var NEEDED = ["DecompressionStream", "ResizeObserver", "structuredClone"];
function showFault(fault) {
const place = byId("fault");
place.textContent = `This page cannot go on: ${fault instanceof Error ? fault.message : String(fault)}`;
place.hidden = false;
}
async function start() {
byId("late").remove();
const missing = NEEDED.filter((name) => !(name in globalThis));
if (missing.length > 0) throw new Error(`this browser is too old, it lacks ${missing.join(", ")}`);
const [texts2, data] = await Promise.all([unpack("texts"), unpack("data")]);
setTexts(texts2);
if (data.schema !== "parallax-explorer/1") throw new Error(`its data are of another kind: ${data.schema}`);
const app = new App(data);
startPreferences(app);
startForms(app);
startModes(app);
startDrawer();
startBriefing(app);
startFilters(app);
startChips(app);
startSearch(app);
startGraph(app);
startMatrix(app);
startTable(app);
startIssues(app);
startWords(app);
startPanel(app);
startReadingMode(app);
startExportMenu(app);
}
addEventListener("error", (event) => showFault(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => showFault(event.reason));
start();
