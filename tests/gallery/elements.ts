/** The elements of docs/style.html: what each is for, its classes, and the page from which it is cut. */
import type { Piece } from './cut.ts'

export interface Element {
  /** Its anchor, and what the menu calls it. */
  readonly id: string
  readonly name: string
  readonly says: string
  /** Class names that its markup must hold. */
  readonly classes: string
  readonly page: string
  readonly piece: Piece
}

const STATEMENT = '/statements/hrf-2023-10-13'
const CLAIM = `${STATEMENT}/L-02a`

const FRAME: readonly Element[] = [
  {
    id: 'head',
    name: 'Head of a page',
    says: 'Kind, title and one sentence: what a reader needs to know where he or she is. A double rule parts it from the rest.',
    classes: 'head kind lede',
    page: '/treaties/cat/3',
    piece: '<header class="head">',
  },
  {
    id: 'crumbs',
    name: 'Way to the page',
    says: 'The pages above this one, from the widest.',
    classes: 'crumbs',
    page: '/treaties/cat/3',
    piece: '<nav class="crumbs"',
  },
  {
    id: 'find',
    name: 'Search box',
    says: 'Stands beside every page. A key opens it; with a script it suggests while one types.',
    classes: 'find field',
    page: '/',
    piece: '<search class="find">',
  },
  {
    id: 'big-find',
    name: 'Search on the first page',
    says: 'A field and a button, each high enough for a finger.',
    classes: 'big-find field btn',
    page: '/',
    piece: '<form class="big-find"',
  },
  {
    id: 'button',
    name: 'Button',
    says: 'One for the next step that most readers want; all other steps are links.',
    classes: 'btn',
    page: '/',
    piece: '<a class="btn"',
  },
  {
    id: 'pager',
    name: 'Before and after',
    says: 'The records before and after this one, in the order of the source. The keys n and p do the same.',
    classes: 'pager',
    page: CLAIM,
    piece: '<nav class="pager"',
  },
  {
    id: 'tongues',
    name: 'Languages',
    says: 'The same page in each language of the interface.',
    classes: 'tongues',
    page: '/',
    piece: '<nav class="tongues"',
  },
  {
    id: 'foot',
    name: 'Foot of a page',
    says: 'What Pacta is not, and a button that looks like a link and opens the keys.',
    classes: 'foot as-link',
    page: '/about',
    piece: '<footer class="foot">',
  },
  {
    id: 'keys',
    name: 'Keys',
    says: 'What each key does. Opened by the button in the foot of a page, or by the question mark; not printed.',
    classes: 'keys',
    page: '/about',
    piece: '<div id="keys"',
  },
  {
    id: 'memo',
    name: 'Memo',
    says: 'Address, State and day of the reading, on top of a printed page; on a screen it is shown here alone.',
    classes: 'memo',
    page: '/treaties/cat/3',
    piece: '<p class="memo">',
  },
  {
    id: 'fault',
    name: 'Message of a fault',
    says: 'Says in one sentence what is the matter; what can be meant instead follows as a list of links.',
    classes: 'head lede',
    page: '/cite?q=GC+4',
    piece: '<header class="head">',
  },
]

const SIGNS: readonly Element[] = [
  {
    id: 'signs',
    name: 'Signs of premises, objections, outcome and force',
    says: 'A shape for each scale, always beside its word, so that no colour has to be told apart.',
    classes: 'sign p-accepted p-disputed p-rejected x-met x-part x-open o-stands o-contested o-fails o-no-argument gist-tag',
    page: '/about',
    piece: '<section class="sec" aria-labelledby="read">',
  },
  {
    id: 'grades',
    name: 'Signs of grades',
    says: 'How far a thing was checked. The doubtful ones stand out, not the sound ones.',
    classes: 'grade grade--read grade--reported grade--document-checked grade--unchecked',
    page: '/about',
    piece: '<section class="sec" aria-labelledby="grades">',
  },
  {
    id: 'diamonds',
    name: 'Signs of binding',
    says: 'A diamond, the fuller the more it binds; a dash for a State that is no party. One table for all treaties and States, each answer a link to its reasons.',
    classes: 'matrix sign b-bound b-signed b-not-party b-not-yet year',
    page: '/binding?date=1988-10-20',
    piece: [
      '<div class="scroll"',
      [
        '<table class="matrix">',
        '<thead>',
        [
          '<tbody>',
          '<tr><th scope="row"><a href="/treaties/cat">',
          '<tr><th scope="row"><a href="/treaties/iccpr">',
          '<tr><th scope="row"><a href="/treaties/refugee-convention">',
        ],
      ],
    ],
  },
  {
    id: 'leans',
    name: 'What rests on general knowledge',
    says: 'Says before the arguments what of them, and of what speaks against them, nobody has yet compared with the official text.',
    classes: 'leans grade--unchecked',
    page: `${STATEMENT}/L-08`,
    piece: '<div class="leans">',
  },
]

const SOURCES: readonly Element[] = [
  {
    id: 'law',
    name: 'Numbered paragraphs, operative words',
    says: 'Each paragraph has its number as a link to itself. The words of the source are in quotation marks beside a rule; own words about them are small.',
    classes: 'law op why',
    page: '/treaties/cat/3',
    piece: '<ol class="law">',
  },
  {
    id: 'gist',
    name: 'Passages and summaries',
    says: 'Where the words themselves are not quoted, a tag says that what follows is a summary.',
    classes: 'law gist tag by',
    page: '/interpretations/cat-c-gc-4',
    piece: ['<ol class="law">', '<li id="para-11">', '<li id="para-38">'],
  },
  {
    id: 'case',
    name: 'Name of a case',
    says: 'In small capitals, as reports print it.',
    classes: 'head case',
    page: '/interpretations/agiza-v-sweden',
    piece: '<header class="head">',
  },
  {
    id: 'banner',
    name: 'Banner',
    says: 'What a reader must know before all else: that a text was superseded, or that the page is read as if of another State or day.',
    classes: 'banner standing',
    page: '/interpretations/cat-gc-1',
    piece: '<header class="head">',
  },
  {
    id: 'term',
    name: 'Term of art',
    says: 'A dotted line under the first use of a term. Its definition opens under the pointer, the focus or a finger; here it is open. Not printed.',
    classes: 'term tip',
    page: '/treaties/vclt/53',
    piece: ['<header class="head">', '<div class="lede">'],
  },
  {
    id: 'data',
    name: 'Data of a record',
    says: 'Names and dates in two columns, in one on a phone.',
    classes: 'data mut',
    page: '/states/CHN',
    piece: '<dl class="data">',
  },
  {
    id: 'scroll',
    name: 'Table that scrolls inside itself',
    says: 'A wide table moves sideways under a finger or the arrow keys; a shade at its edge says that there is more, and the first column stays.',
    classes: 'scroll noted sort num',
    page: '/participation/cat',
    piece: ['<div class="scroll"', ['<table class="noted">', '<thead>', ['<tbody>', '<tr id="AFG">', '<tr id="AUS">', '<tr id="BGD">']]],
  },
  {
    id: 'stack',
    name: 'Table that becomes a list',
    says: 'On a phone each row is a block, and each value is named.',
    classes: 'told stack sign',
    page: '/states/CHN',
    piece: [
      '<div class="scroll" role="region" aria-label="Treaties of China"',
      [
        '<table class="told stack">',
        '<thead>',
        ['<tbody>', '<tr><th scope="row"><a href="/treaties/cat">', '<tr><th scope="row"><a href="/treaties/iccpr">'],
      ],
    ],
  },
  {
    id: 'cite',
    name: 'Citations',
    says: 'The record in each style, to be copied whole; with a script each has a button for that.',
    classes: 'cite box',
    page: '/interpretations/agiza-v-sweden',
    piece: '<section class="sec cite"',
  },
]

const ARGUMENT: readonly Element[] = [
  {
    id: 'verdict',
    name: 'Verdict',
    says: 'Outcome, force and open facts of a claim, each with its reason in words.',
    classes: 'verdict v-contested big sign',
    page: CLAIM,
    piece: '<dl class="verdict">',
  },
  {
    id: 'choices',
    name: 'Choices of the reader',
    says: 'What the reader has accepted or rejected, what it changed, and the way back. The address keeps it.',
    classes: 'choices chip',
    page: `${CLAIM}?accept=ARG-L02a-1/P4`,
    piece: '<div class="choices"',
  },
  {
    id: 'other-choices',
    name: 'Choices the other way',
    says: 'The same for a reader who rejects. Neither way is set off from the other.',
    classes: 'choices chip',
    page: `${CLAIM}?reject=ARG-L02a-1/P4&reject=ARG-L02a-2/P3`,
    piece: '<div class="choices"',
  },
  {
    id: 'authorities',
    name: 'Authorities in tiers of force',
    says: 'What binds first, what only persuades last, what speaks against it under its own heading; under each why it binds or does not.',
    classes: 'tier auth standing op case',
    page: CLAIM,
    piece: [
      '<section class="sec" aria-labelledby="authorities">',
      '<h2',
      '<h3 class="tier">',
      '<article class="auth">',
      '<h3 class="tier">How treaty bodies',
      '<article class="auth"><h4><a href="/interpretations/agiza-v-sweden#para-13.2"><span class="case">',
      '<h3 class="tier">',
      '<article class="auth">',
    ],
  },
  {
    id: 'premises',
    name: 'Premises and choices',
    says: 'Each premise with its stance, what it rests on and which objection attacks it. What is disputed has a rule beside it. The choices are links; they are not printed.',
    classes: 'arg premises p-accepted p-disputed pick picks',
    page: CLAIM,
    piece: [
      '<article class="arg">',
      '<h3>',
      '<p class="by">',
      ['<ol class="premises">', '<li id="ARG-L02a-1-P4"', '<li id="ARG-L02a-1-P5"'],
    ],
  },
  {
    id: 'objection',
    name: 'Objection with its replies',
    says: 'The objection at its best, then each reply with the reason why it decides, or does not.',
    classes: 'ca attack reply limit sign',
    page: CLAIM,
    piece: [
      '<section class="sec" aria-labelledby="other-side">',
      '<h2',
      '<article class="ca" id="CA-01">',
      '<article class="ca" id="CA-07">',
    ],
  },
  {
    id: 'evidence',
    name: 'Evidence on both sides',
    says: 'For and against, side by side and in the same size; on a phone one after the other.',
    classes: 'pro grade out',
    page: CLAIM,
    piece: ['<section class="sec" aria-labelledby="evidence">', '<h2', '<div class="pro">'],
  },
  {
    id: 'wording',
    name: 'Careful wording',
    says: 'How the claim can be put without saying more than its sources.',
    classes: 'say',
    page: `${STATEMENT}/F-04`,
    piece: '<div class="say">',
  },
  {
    id: 'map',
    name: 'Map of arguments',
    says: 'A claim, what it rests on and what attacks it. Every box is a link; the list below the map says the same. A second drawing serves narrow screens.',
    classes: 'map map--wide map--narrow box edge',
    page: `${STATEMENT}/L-05c/map`,
    piece: ['<section aria-labelledby="drawing">', '<svg class="map map--wide"', '<svg class="map map--narrow"', '<ul class="legend"'],
  },
]

const NORM: readonly Element[] = [
  {
    id: 'test',
    name: 'Test of a norm',
    says: 'What must be shown, step by step.',
    classes: 'sec steps',
    page: '/norms/non-refoulement-torture',
    piece: '<section class="sec" aria-labelledby="test">',
  },
  {
    id: 'form',
    name: 'Where a norm comes from',
    says: 'Each form of the norm with its standing, and who speaks for and against it.',
    classes: 'form pro',
    page: '/norms/non-refoulement',
    piece: ['<section class="sec" aria-labelledby="sources">', '<h2', '<div class="form"><h3 id="as-custom">As custom'],
  },
  {
    id: 'tree',
    name: 'Family of a norm',
    says: 'A list that is drawn as a tree: the norm, its forms, and the provision of each with its answer.',
    classes: 'tree',
    page: '/norms/non-refoulement',
    piece: '<ul class="tree">',
  },
  {
    id: 'links',
    name: 'What leads here',
    says: 'Every record that cites this one, under the word for how it does.',
    classes: 'verb plain of place nb num',
    page: '/counter-arguments/CA-07',
    piece: [
      '<section class="sec" aria-labelledby="linked">',
      '<h2',
      '<h3 class="verb">Disputes',
      '<ul class="plain">',
      '<h3 class="verb">Mentioned in',
      '<ul class="plain">',
      ['<details class="box">', '<summary>', '<h3 class="verb">', '<ul class="plain">'],
    ],
  },
]

const BINDING: readonly Element[] = [
  {
    id: 'bind',
    name: 'Binding panel',
    says: 'The answer, the acts that decide it with their days, what is uncertain, who may hold the State to it; and a form that asks for another State or day.',
    classes: 'bind answer acts note ask',
    page: '/treaties/cat/3',
    piece: '<div class="bind">',
  },
  {
    id: 'limits',
    name: 'Binding with a reservation',
    says: 'Below the acts stands what limits the answer.',
    classes: 'bind limits b-reserved',
    page: '/treaties/cat/3?state=USA',
    piece: ['<div class="bind">', '<p class="answer">', '<ol class="acts">', '<ul class="limits">'],
  },
  {
    id: 'timeline',
    name: 'Years of a State',
    says: 'When each treaty was signed and came into force for the State; the table below it says the same in dates.',
    classes: 'tl',
    page: '/states/CHN',
    piece: '<div class="tl">',
  },
]

const READER: readonly Element[] = [
  {
    id: 'reader',
    name: 'Statement with its claims',
    says: 'A line under the words for each claim: its kind by the stroke, its outcome by sign and colour; a claim within a claim has a lane of its own. The strip shows the whole at a glance, the list says the same in words, and radio buttons leave one kind of claim.',
    classes: 'reader pick only strip text mk lane1 ref marginlist key',
    page: STATEMENT,
    piece: [
      '<div class="reader">',
      '<fieldset class="pick only">',
      '<figure class="strip">',
      ['<div class="reading">', '<section aria-labelledby="text">', ['<div class="margin">', '<aside class="marginlist"']],
    ],
  },
  {
    id: 'card',
    name: 'A claim opened beside its words',
    says: 'Outcome, force, what the claim asserts and what is said against it. It opens beside the words, on a phone below them; not printed.',
    classes: 'card v-contested kind beside',
    page: STATEMENT,
    piece: '<article class="card v-contested" id="open-L-02a"',
  },
  {
    id: 'rerun',
    name: 'What another reading changes',
    says: 'Each claim whose outcome or force differs for another State or day, here for Thailand: before and after, with the act that makes the difference.',
    classes: 'sec plain by sign',
    page: `${STATEMENT}?state=THA`,
    piece: ['<section class="sec" aria-labelledby="rerun">', '<h2', ['<ul class="plain">', '<li>', '<li>'], '<p class="why">'],
  },
  {
    id: 'results',
    name: 'Results of a search',
    says: 'Title, kind and a passage with the words that were found; beside them what the results can be narrowed to.',
    classes: 'results hits meta snip facets',
    page: '/search?q=economic+migrants',
    piece: [
      '<div class="results">',
      ['<div>', ['<ol class="hits"', '<li>', '<li>']],
      [
        '<nav class="facets"',
        '<h2',
        [
          '<ul',
          '<li><a href="/search?q=economic+migrants&amp;kind=claim">',
          '<li><a href="/search?q=economic+migrants&amp;kind=counter-argument">',
        ],
      ],
    ],
  },
]

export const ELEMENTS: readonly Element[] = [...FRAME, ...SIGNS, ...SOURCES, ...ARGUMENT, ...NORM, ...BINDING, ...READER]
