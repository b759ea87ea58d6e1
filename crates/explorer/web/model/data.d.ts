// The data document of the page. Made from `schema/explorer.schema.json` by `npm run bundle`.

/**
 * Who holds or relays a statement: an actor of the corpus, or somebody who is only named.
 */
export type Holder =
  | {
      actor: string;
    }
  | {
      label: string;
    };
/**
 * What a position rests on, or leads to.
 */
export type Reason =
  | {
      statement: Place;
    }
  | {
      position: Place;
    }
  | {
      frame: string;
    };
/**
 * A statement, or a position: its place in `statements` or `positions`, or the name of one that is not there.
 */
export type Place = number | string;

/**
 * Views of a corpus with all that the explorer page shows of them: what `render -o x.json` writes, and the page itself holds.
 *
 * Actors, types, facets, frames, works and issues are named by their ids; statements, positions and views by their places in the lists of them, counted from 0.
 */
export interface Document {
  about?: string;
  /**
   * What divides and joins the views, by language; nothing of a single view.
   */
  briefing?: {
    [k: string]: Briefing;
  };
  /**
   * Each date that occurs, in words: by its EDTF, then by language.
   */
  dates: {
    [k: string]: {
      [k: string]: string;
    };
  };
  facets: Facet[];
  frames: Frame[];
  /**
   * What the answers of each two views come to.
   */
  issue_comparisons?: IssueComparison[];
  /**
   * The questions that the views answer, with where each stands; none if they answer none.
   */
  issues?: Issue[];
  levels: Level[];
  pictures: Picture[];
  positions?: Position[];
  schema: 'parallax-explorer/1';
  statements: Statement[];
  title: string;
  types: Type[];
  views: View[];
  who: Actor[];
  works: Work[];
}
/**
 * What divides and joins the views, in a few lines, in a language.
 */
export interface Briefing {
  /**
   * How its figures are to be read.
   */
  about: string;
  /**
   * Its lines, each in pieces that follow one another.
   */
  lines: BriefingPiece[][];
  title: string;
}
/**
 * A piece of a line.
 */
export interface BriefingPiece {
  /**
   * Whether it says what the line is on.
   */
  lead?: boolean;
  text: string;
  /**
   * What it tells of.
   */
  to?:
    | {
        actor: string;
      }
    | {
        /**
         * @minItems 2
         * @maxItems 2
         */
        pair: [string, string];
      }
    | {
        issue: string;
      }
    | {
        statement: number;
      }
    | {
        position: number;
      }
    | {
        facet: string;
      }
    | {
        /**
         * @minItems 2
         * @maxItems 2
         */
        modes: [string, string];
      };
}
/**
 * In which respect something is said.
 */
export interface Facet {
  id: string;
  label: string;
}
/**
 * A frame that statements belong to.
 */
export interface Frame {
  id: string;
  kind: string;
  name: string;
}
/**
 * Two views set against each other, issue by issue: contested ones first, firm before others.
 */
export interface IssueComparison {
  /**
   * All their positions are in the document.
   */
  issues: IssueVerdict[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  views: [number, number];
}
/**
 * What the positions of two sides on an issue come to.
 */
export interface IssueVerdict {
  /**
   * Whether the two answer it otherwise: marked with ≠.
   */
  contested?: true;
  issue: string;
  /**
   * Of two that agree, of what both name some and have none in common: `reasons`, `conclusions`.
   */
  other?: string[];
  /**
   * The passages without one of which it would not be contested; none if it is firm.
   */
  rests_on?: IssueRestsOn[];
  /**
   * The answers that both deny.
   */
  shared_denials?: string[];
  /**
   * Why one side is silent, if one is.
   */
  silence?: string;
  /**
   * Too much is said of it to try whether it rests on single passages.
   */
  untried?: true;
  verdict: string;
}
/**
 * A passage: a paragraph of a work, the events of a time, or a position that has no place.
 */
export interface IssueRestsOn {
  paragraph?: number;
  position?: number;
  when?: string;
  work?: string;
}
/**
 * A question that texts answer, and where the views stand on it.
 */
export interface Issue {
  /**
   * The actors that it concerns.
   */
  about?: string[];
  /**
   * Those of its own; `undecided` and `wrong-question` are always there.
   */
  answers: Answer[];
  id: string;
  kind: string;
  /**
   * The answers form a scale.
   */
  ordered?: true;
  question: string;
  /**
   * The answers do not exclude each other.
   */
  several?: true;
  /**
   * Those of the views that say anything of it, in their order.
   */
  stands: Stand[];
}
/**
 * An answer that an issue offers.
 */
export interface Answer {
  id: string;
  label: string;
}
/**
 * Where a view stands on an issue. What somebody only wishes for or fears is neither held nor denied nor open.
 */
export interface Stand {
  /**
   * What it holds hangs on a condition, or is to come.
   */
  conditional?: true;
  denied?: Standing[];
  /**
   * The answers that it holds: outright; where there are none, those that hang on a condition or are to come.
   */
  held?: Standing[];
  /**
   * What it reports or doubts, and that it is undecided.
   */
  open?: number[];
  view: number;
}
/**
 * An answer that is held or denied, with where.
 */
export interface Standing {
  answer: string;
  /**
   * All of it is said guardedly.
   */
  guarded?: true;
  /**
   * Whether it is one of those held most strongly.
   */
  main?: true;
  positions: number[];
}
/**
 * What the statements come to when actors are taken as they are named, or aggregated.
 */
export interface Level {
  comparisons: Comparison[];
  /**
   * `actor` or `state`.
   */
  level: string;
  /**
   * For each statement the pairs of actors that it relates, without those that became one actor.
   */
  pairs: [string, string][][];
}
/**
 * Two views set against each other.
 */
export interface Comparison {
  /**
   * All their statements are in the document.
   */
  dyads: Dyad[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  views: [number, number];
}
/**
 * What two sides say of two actors. Lists of two have the first side's part and the second side's.
 */
export interface Dyad {
  /**
   * @minItems 2
   * @maxItems 2
   */
  actors: [string, string];
  /**
   * The rules that hold besides.
   */
  also?: string[];
  /**
   * The verdict on what names the two actors alone, where that is another.
   */
  as_named?: string;
  /**
   * Statements that answer none of the other side's.
   *
   * @minItems 2
   * @maxItems 2
   */
  beside: [number[], number[]];
  /**
   * Whether the two tell the pair otherwise: drawn with ≠.
   */
  contested?: true;
  /**
   * In which facets the verdict was found, if not in all.
   */
  facets?: string[];
  /**
   * The statements of each side on which the verdict rests, and then those on which each rule in `also` does.
   */
  ground?: [number[], number[]][];
  /**
   * Statements that answer each other.
   */
  pairs?: Pair[];
  /**
   * The passages without one of which it would not be contested; none if it is firm.
   */
  rests_on?: RestsOn[];
  /**
   * The signs held now.
   *
   * @minItems 2
   * @maxItems 2
   */
  signs: [number[], number[]];
  /**
   * Why one side is silent, if one is.
   */
  silence?: string;
  /**
   * @minItems 2
   * @maxItems 2
   */
  statements: [number[], number[]];
  /**
   * The other pairs by which the sides speak of it: of those who stand for its actors.
   */
  through?: [string, string][];
  /**
   * Too much is said of it to try whether it rests on single passages.
   */
  untried?: true;
  verdict: string;
  /**
   * Whether a side speaks of the pair only through those who stand for its actors.
   */
  via_roll_up?: true;
}
/**
 * Two statements that answer each other.
 */
export interface Pair {
  /**
   * The ways in which they differ; none if they agree.
   */
  differs?: string[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  statements: [number, number];
}
/**
 * A passage: a paragraph of a work, the events of a time, or a statement that has no place.
 */
export interface RestsOn {
  paragraph?: number;
  statement?: number;
  when?: string;
  work?: string;
}
/**
 * A picture of a view, or of all views on one another. Places are centres, in pixels, y down.
 */
export interface Picture {
  actors: Placed[];
  /**
   * Its place among the drawings of the page.
   */
  drawing: number;
  height: number;
  /**
   * Which statements it draws: `main-now`, `main`, `now`, or the whole `record`.
   */
  keeps: string;
  /**
   * The places of its wide and its narrow legend among them, by language.
   */
  legends: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: [number, number];
  };
  /**
   * Those for the views side by side.
   */
  legends_apart?: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: [number, number];
  };
  /**
   * `actor` or `state`.
   */
  level: string;
  /**
   * In the order of the drawing.
   */
  ties: Tie[];
  /**
   * Whose it is; without it that of all views.
   */
  view?: number;
  width: number;
}
/**
 * An actor in a picture.
 */
export interface Placed {
  /**
   * Whether only its place is shown.
   */
  ghost?: boolean;
  height: number;
  id: string;
  width: number;
  x: number;
  y: number;
}
/**
 * A line of a picture, with what it stands for.
 */
export interface Tie {
  from: string;
  statements: number[];
  to: string;
  views: number[];
}
/**
 * A position of an author.
 */
export interface Position {
  against?: string[];
  amount?: string;
  /**
   * The id of an answer of the issue, `undecided` or `wrong-question`.
   */
  answer: string;
  attitude?: string;
  author: string;
  benefiting?: string[];
  by?: string;
  coder?: string;
  condition?: string;
  evidence?: Evidence[];
  excluding?: string[];
  facets?: string[];
  frame?: string;
  gloss?: string;
  hedged?: true;
  holders?: Holder[];
  id: string;
  issue: string;
  mode: string;
  negated?: true;
  /**
   * Its name: that of its author and its own.
   */
  ref: string;
  /**
   * The reasons that the author gives.
   */
  rests_on?: Reason[];
  /**
   * What the author concludes from it.
   */
  so?: Reason[];
  stance: string;
  /**
   * What follows from stance and negation: `holds`, `open` or `denies`.
   */
  standing: string;
  /**
   * 1 in passing, 2 plain, 3 strong.
   */
  strength: number;
  tags?: string[];
  via?: Holder[];
  /**
   * The views that have it.
   */
  views: number[];
  /**
   * In EDTF.
   */
  when?: string;
  with?: string[];
  /**
   * The first and the last year of its period, `null` where that is open; of a set those of each member.
   */
  years?: [number | null, number | null][];
}
/**
 * A passage.
 */
export interface Evidence {
  anchor: string;
  /**
   * Counted from 1.
   */
  paragraph: number;
  passage?: Passage;
  work: string;
}
/**
 * What stands there.
 */
export interface Passage {
  after?: string;
  anchor: string;
  before?: string;
  words: string;
}
/**
 * A statement by an author.
 */
export interface Statement {
  against?: string[];
  amount?: string;
  attitude?: string;
  author: string;
  benefiting?: string[];
  by?: string;
  /**
   * In which roles the text casts them.
   */
  casts?: Casts;
  coder?: string;
  condition?: string;
  evidence?: Evidence[];
  excluding?: string[];
  facets?: string[];
  frame?: string;
  from: string[];
  from_as?: string;
  gloss?: string;
  hedged?: true;
  holders?: Holder[];
  id: string;
  links?: Link[];
  /**
   * Whether it is one of the main lines.
   */
  main?: true;
  mode: string;
  negated?: true;
  /**
   * Whether it is held now.
   */
  now?: true;
  /**
   * Its name: that of its author and its own.
   */
  ref: string;
  /**
   * How the sentence ends: what only qualifies it, if there is such.
   */
  rest?: string;
  /**
   * What is said, in English.
   */
  sentence: string;
  /**
   * -1, 0 or 1.
   */
  sign: number;
  stance: string;
  /**
   * What follows from stance and negation: `holds`, `open` or `denies`.
   */
  standing: string;
  /**
   * 1 in passing, 2 plain, 3 strong.
   */
  strength: number;
  tags?: string[];
  to: string[];
  to_as?: string;
  type: string;
  via?: Holder[];
  /**
   * The views that have it.
   */
  views: number[];
  /**
   * In EDTF.
   */
  when?: string;
  with?: string[];
  /**
   * The first and the last year of its period, `null` where that is open; of a set those of each member.
   */
  years?: [number | null, number | null][];
}
/**
 * Who is cast as `hero`, `villain`, `victim` or `beneficiary`.
 */
export interface Casts {
  against?: string;
  benefiting?: string;
  from?: string;
  to?: string;
}
/**
 * What a statement does for another one.
 */
export interface Link {
  kind: string;
  to: Place;
}
/**
 * A type of relation.
 */
export interface Type {
  definition?: string;
  directed?: true;
  id: string;
  label: string;
  /**
   * What stands between the actors of a sentence.
   */
  phrase: string;
  /**
   * -1, 0 or 1.
   */
  sign: number;
}
/**
 * A selection of statements: most often those of an author.
 */
export interface View {
  authors: string[];
  /**
   * What stands for it where there is little room.
   */
  letter: string;
  name: string;
  /**
   * Whether its name is that of several.
   */
  plural?: boolean;
  short: string;
  /**
   * The selection, as it was written.
   */
  view: string;
  /**
   * Whether the selection names stances or holders.
   */
  voice?: boolean;
}
/**
 * An actor that a statement names, or that such an actor belongs to.
 */
export interface Actor {
  aliases?: string[];
  /**
   * What a body consists of.
   */
  composed_of?: string[];
  id: string;
  iso?: string;
  kind: string;
  /**
   * What is written in its box: short.
   */
  label: string;
  /**
   * Of a list of actors that a statement speaks of as a whole: who they are.
   */
  members?: string[];
  name: string;
  part_of?: string[];
  stands_for?: string[];
  wikidata?: string;
}
/**
 * A work of an author of a view.
 */
export interface Work {
  author: string;
  /**
   * In EDTF.
   */
  date?: string;
  /**
   * What it is called in the files.
   */
  id: string;
  /**
   * How many paragraphs the text has, in a document with passages.
   */
  of?: number;
  /**
   * The last paragraph with evidence, which does not depend on the text being at hand.
   */
  paragraphs: number;
  publisher?: string;
  title: string;
  url?: string;
}
