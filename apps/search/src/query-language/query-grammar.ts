/**
 * The grammar of queries, for Peggy. What a part means is decided by the `make` of the options
 * (`TreeMaker`); here is only what may follow what. NEAR binds closest, then NOT, AND, OR; parts
 * side by side are an AND. Quotation marks of any kind open a phrase, and the next of any kind
 * closes it; so does the end. What has no letter, digit or picture is a space, and so is one of no
 * width.
 */
export const queryGrammar = String.raw`
Query = _ @Either _

Either = first:Together rest:(_ Or _ @Together)* { return options.make.or([first, ...rest]); }

Together
  = first:Part rest:(_ and:And? _ of:Part { return { isBare: and === null, of }; })* {
      return options.make.and([{ isBare: false, of: first }, ...rest]);
    }

Part = (Minus / Not _) of:Close { return options.make.not(of, offset()); } / Close

Close
  = first:Single rest:(_ distance:Near _ of:(Single / Signed) { return { distance, of }; })* {
      return options.make.near(first, rest, offset());
    }

Single = Group / Field / Phrase / Word

Group = Open _ of:Either _ Closing { return options.make.group(of); }

Field
  = name:FieldName of:FieldValue { return options.make.field(name, of, offset()); }

FieldValue = Group / Phrase / Value

Phrase "a phrase"
  = Quote text:$Quoted* Quote? &{ return options.make.isText(text); } {
      return options.make.phrase(text, offset());
    }

Word "a word"
  = !Operator !FieldName !Minus run:Run { return options.make.word(run, offset()); }

Signed = &Minus run:Run { return options.make.word(run, offset()); }

Value "a value"
  = !Operator run:Run { return options.make.value(run, offset()); }

FieldName "a field"
  = name:$[a-z]i+ ":" &{ return options.make.isField(name); } Space* { return name.toLowerCase(); }

Run = run:$Character+ &{ return options.make.isText(run); } { return run; }

Operator = And / Or / Not / "NEAR/" / BareNear
And "AND" = ("AND" / "DAN") !Character
Or "OR" = ("OR" / "ATAU") !Character
Not "NOT" = ("NOT" / "BUKAN") !Character
Near "NEAR/"
  = "NEAR/" distance:$Character* { return options.make.distance(distance, offset()); }
  / BareNear { return options.make.distance("", offset()); }
BareNear = "NEAR" !Character

Minus "-" = "-" &(Quote / "(" / Character)
Open "(" = "("
Closing ")" = ")"

_ "space" = (Space / EmptyPhrase / Punctuation)*
EmptyPhrase = "-"? Quote text:$Quoted* Quote? &{ return !options.make.isText(text); }
Punctuation
  = !("-" &(Quote / "(")) run:$Character+ &{ return !options.make.isText(run); }

Character
  = [^()"“”„«» \t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]
Space = [ \t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]
Quote = ["“”„«»]
Quoted = [^"“”„«»]
`;
