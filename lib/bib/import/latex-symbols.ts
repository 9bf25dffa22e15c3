/** Accents by their command: the combining character that follows the letter. */
export const ACCENTS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const at = pair.lastIndexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });

/** Letters and signs of running text. */
export const LETTERS = new Map<string, string>(
  pairs(`ss:ß SS:ẞ o:ø O:Ø l:ł L:Ł ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å i:i j:j dh:ð DH:Ð th:þ TH:Þ dj:đ DJ:Đ ng:ŋ NG:Ŋ
    textendash:– textemdash:— textquoteleft:‘ textquoteright:’ textquotedblleft:“ textquotedblright:” quotedblbase:„ textquotesingle:'
    textquotedbl:" guillemotleft:« guillemotright:» textbackslash:\\ textasciitilde:~ textasciicircum:^ textbraceleft:{ textbraceright:}
    lbrace:{ rbrace:} textless:< textgreater:> textbar:| textunderscore:_ textdollar:$ textbullet:• textdegree:° textregistered:® texttrademark:™ textcopyright:©
    copyright:© pounds:£ textsterling:£ texteuro:€ euro:€ textellipsis:… dots:… dag:† ddag:‡ S:§ P:¶ textmu:µ TeX:TeX LaTeX:LaTeX BibTeX:BibTeX`),
);

/** Signs of formulas, as Unicode has them. */
export const SIGNS = new Map<string, string>(
  pairs(`alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π
    varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π
    Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω ell:ℓ hbar:ℏ infty:∞ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ forall:∀ exists:∃ in:∈ notin:∉ ni:∋ subset:⊂
    subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ varnothing:∅ wedge:∧ land:∧ vee:∨ lor:∨ neg:¬ lnot:¬ oplus:⊕ otimes:⊗ odot:⊙
    cdot:· cdots:⋯ ldots:… vdots:⋮ ddots:⋱ times:× div:÷ pm:± mp:∓ ast:* star:⋆ circ:∘ bullet:• leq:≤ le:≤ leqslant:≤ geq:≥ ge:≥ geqslant:≥ neq:≠ ne:≠
    approx:≈ sim:∼ simeq:≃ cong:≅ equiv:≡ propto:∝ ll:≪ gg:≫ lesssim:≲ gtrsim:≳ prec:≺ succ:≻ to:→ rightarrow:→ leftarrow:← gets:← leftrightarrow:↔ longrightarrow:→
    Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ implies:⇒ iff:⇔ mapsto:↦ uparrow:↑ downarrow:↓ top:⊤ bot:⊥ perp:⊥ parallel:∥ mid:| vert:| Vert:‖ lvert:| rvert:|
    lVert:‖ rVert:‖ langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ prime:′ dagger:† ddagger:‡ Re:ℜ Im:ℑ aleph:ℵ angle:∠ triangle:△ square:□ Box:□
    checkmark:✓ vdash:⊢ models:⊨ degree:° colon:: lt:< gt:> complement:∁ rightleftharpoons:⇌ hookrightarrow:↪ because:∵ therefore:∴ dotsc:… dotsb:⋯ imath:ı jmath:ȷ`),
);

/** Operators that are written as their name, apart from what follows. */
export const OPERATORS = new Set(
  'log ln lg exp min max arg sup inf lim sin cos tan sinh cosh tanh det dim ker Pr deg gcd bmod pmod mod argmin argmax liminf limsup'.split(
    ' ',
  ),
);

/** Commands that only say how their argument looks: they go, it stays. */
export const LOOKS = new Set(
  `emph textbf textit texttt textsc textrm textsf textsl textup textmd textnormal text mbox hbox makebox fbox underline uline overline bar hat tilde vec dot ddot
  check breve acute grave widehat widetilde mathrm mathbf mathcal mathsf mathit mathtt mathfrak mathscr mathds mathnormal boldsymbol bm pmb operatorname
  ensuremath url path nolinkurl uppercase lowercase MakeUppercase MakeLowercase NoCaseChange enquote textsubscript textsuperscript underbrace overbrace mathop
  mathbin mathrel mathbb`
    .trim()
    .split(/\s+/),
);

/** Commands that go with their arguments. */
export const GONE: Record<string, number> = {
  cite: 1,
  citep: 1,
  citet: 1,
  citeauthor: 1,
  citeyear: 1,
  ref: 1,
  eqref: 1,
  label: 1,
  footnote: 1,
  thanks: 1,
  begin: 1,
  end: 1,
  color: 1,
  vspace: 1,
  hspace: 1,
  phantom: 1,
};

/** Commands without an argument that leave nothing, or a space. */
export const SILENT = new Set(
  `left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle scriptstyle limits nolimits it bf rm sf tt sc em sl itshape bfseries rmfamily
  sffamily ttfamily scshape upshape normalfont small tiny large Large LARGE huge footnotesize scriptsize normalsize centering noindent xspace protect relax
  nobreak allowbreak nonumber notag boldmath unboldmath`
    .trim()
    .split(/\s+/),
);
export const SPACES = new Set(
  'quad qquad newline linebreak titlebreak par space hfill thinspace enspace item'.split(' '),
);

const scripts = (plain: string, raised: string) =>
  new Map([...plain].map((c, i): [string, string] => [c, [...raised][i]!]));
export const SUPERSCRIPTS = scripts(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW*′⊤∘',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ*′⊤°',
);
export const SUBSCRIPTS = scripts('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');
export const DOUBLE_STRUCK = scripts('RNZQCPEH', 'ℝℕℤℚℂℙ𝔼ℍ');
