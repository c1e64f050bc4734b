/**
 * The arguments for a claim as a drawing in lanes: claim and arguments, objections, replies. Each objection stands level with what it attacks, so no line
 * crosses another; a narrow drawing puts objections below what they attack.
 */

import type { Language } from '../language.ts'
import { type Box, type Drawing, type Edge, GAP, heightOf } from './drawing.ts'
import {
  claimBox,
  type MapArgument,
  type MapClaim,
  type MapObjection,
  type MapRow,
  objectionBox,
  type Place,
  replyBox,
  rowBox,
  TONE_OF_STATE,
  toneOf,
} from './map-boxes.ts'
import { term } from './terms.ts'

/** Boxes and lines collected on the way down. */
interface Sheet {
  readonly language: Language
  readonly boxes: Box[]
  readonly edges: Edge[]
}

const bottom = (box: Box) => box.y + box.height

const attackEdge = (points: Edge['points'], objection: MapObjection): Edge => ({
  points,
  tone: TONE_OF_STATE[objection.state],
  met: objection.state === 'met',
  bar: undefined,
  arrow: true,
})

const LANES = { argument: 14, row: 24, rowWidth: 318, objection: 404, objectionWidth: 244, reply: 690, replyWidth: 246, width: 936 }

function wideObjection(sheet: Sheet, objection: MapObjection, y: number): number {
  const box = objectionBox(objection, { x: LANES.objection, y, width: LANES.objectionWidth }, sheet.language)
  const reply = replyBox(objection, { x: LANES.reply, y, width: LANES.replyWidth }, 3, sheet.language)
  const middle = y + box.height / 2
  sheet.boxes.push(box)
  sheet.edges.push(
    attackEdge(
      [
        [LANES.objection, middle],
        [LANES.row + LANES.rowWidth, middle],
      ],
      objection,
    ),
  )
  if (reply) {
    sheet.boxes.push(reply)
    sheet.edges.push({
      points: [
        [LANES.reply, middle],
        [LANES.objection + LANES.objectionWidth, middle],
      ],
      tone: TONE_OF_STATE[objection.state],
      met: objection.state === 'met',
      bar: objection.state === 'met' ? 'full' : 'broken',
      arrow: false,
    })
  }
  return Math.max(bottom(box), reply ? bottom(reply) : 0)
}

function wideRow(sheet: Sheet, argument: MapArgument, row: MapRow, y: number): number {
  let under = y
  for (const objection of row.objections) under = wideObjection(sheet, objection, under === y ? y : under + GAP)
  const box = rowBox(argument, row, { x: LANES.row, y, width: LANES.rowWidth }, under - y, sheet.language)
  sheet.boxes.push(box)
  return bottom(box)
}

type DrawRow = (sheet: Sheet, argument: MapArgument, row: MapRow, y: number) => number

function drawArguments(
  claim: MapClaim,
  frame: { claim: Place; argument: number; argumentWidth: number; rail: number; width: number },
  drawRow: DrawRow,
  language: Language,
): Drawing {
  const sheet: Sheet = { language, boxes: [], edges: [] }
  const top = claimBox(claim, frame.claim, language)
  sheet.boxes.push(top)
  let y = bottom(top) + 3 * GAP
  for (const argument of claim.arguments) {
    const head: Box = {
      x: frame.argument,
      y,
      width: frame.argumentWidth,
      height: 0,
      shape: 'argument',
      tone: toneOf(argument.outcome),
      sign: `s-${argument.outcome}`,
      id: argument.id,
      lines: [argument.title],
      url: argument.url,
      title: language.t('Argument {id}, {scheme}: {outcome}', {
        id: argument.id,
        scheme: argument.title,
        outcome: term(language, argument.outcome),
      }),
    }
    const place = sheet.boxes.length
    let at = y + heightOf(1)
    for (const row of argument.rows) at = drawRow(sheet, argument, row, at) + GAP
    sheet.boxes.splice(place, 0, { ...head, height: at - y })
    sheet.edges.push({
      points: [
        [frame.argument, y + 17],
        [frame.rail, y + 17],
        [frame.rail, bottom(top)],
      ],
      tone: toneOf(argument.outcome),
      met: false,
      bar: undefined,
      arrow: true,
    })
    y = at + 2 * GAP
  }
  return { width: frame.width, height: y, boxes: sheet.boxes, edges: sheet.edges }
}

/** Three lanes side by side, for wide screens and paper. */
export const wideMap = (claim: MapClaim, language: Language): Drawing =>
  drawArguments(
    claim,
    {
      claim: { x: 0, y: 0, width: LANES.row + LANES.rowWidth },
      argument: LANES.argument,
      argumentWidth: LANES.rowWidth + 20,
      rail: 6,
      width: LANES.width,
    },
    wideRow,
    language,
  )

/** One unit of it is one pixel on the narrowest of usual phones. */
const NARROW = { argument: 14, row: 20, objection: 46, right: 318, width: 324 }

function narrowRow(sheet: Sheet, argument: MapArgument, row: MapRow, y: number): number {
  const box = rowBox(argument, row, { x: NARROW.row, y, width: NARROW.right - NARROW.row }, 0, sheet.language)
  sheet.boxes.push(box)
  let under = bottom(box)
  for (const objection of row.objections) {
    const place = { x: NARROW.objection, y: under + GAP, width: NARROW.right - NARROW.objection }
    const attack = objectionBox(objection, place, sheet.language)
    sheet.boxes.push(attack)
    sheet.edges.push(
      attackEdge(
        [
          [NARROW.objection, attack.y + 17],
          [NARROW.objection - 14, attack.y + 17],
          [NARROW.objection - 14, bottom(box)],
        ],
        objection,
      ),
    )
    under = bottom(attack)
    const reply = replyBox(objection, { x: NARROW.objection + 16, y: under + 3, width: place.width - 16 }, 4, sheet.language)
    if (reply) sheet.boxes.push(reply)
    if (reply) under = bottom(reply)
  }
  return under
}

/** One column, objections under what they attack, for phones. */
export const narrowMap = (claim: MapClaim, language: Language): Drawing =>
  drawArguments(
    claim,
    {
      claim: { x: 0, y: 0, width: NARROW.width },
      argument: NARROW.argument,
      argumentWidth: NARROW.width - NARROW.argument,
      rail: 6,
      width: NARROW.width,
    },
    narrowRow,
    language,
  )
