/** Addresses in a copy of the site without a server: every page is a file, and every link leads from file to file, so that it works under any address. */

/** File in which a copy keeps what is at a path; the type tells pages from data. */
export function fileAt(path: string, type: string): string {
  const bare = path.replace(/^\//u, '')
  if (type.startsWith('text/html')) return bare === '' ? 'index.html' : `${bare}/index.html`
  if (/\.[a-z]+$/u.test(bare)) return bare
  return `${bare}.${type.includes('json') ? 'json' : 'txt'}`
}

/** A path from one file to another. */
export function fromFile(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/')
}

const TAG = /<(?:a|form|link|script|img)\b[^>]*>/gu
/** An address from the root of the site; not one of another host. */
const ADDRESS = /(?<=\s(?:href|src|action)=")\/(?!\/)[^"]*/u

/** HTML whose addresses from the root of the site are put in other words. */
export const withAddresses = (html: string, say: (path: string, rest: string) => string): string =>
  html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (address) => {
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(address) ?? []
      return say(path, rest)
    }),
  )

/** Scripts as a browser runs them also from a disk, where it loads no modules: each a function of its own, run when the page is there. */
export const withPlainScripts = (html: string): string => html.replaceAll('<script type="module" ', '<script defer ')

export const asPlainScript = (module: string): string => `(() => {\n${module.replace(/^export \{\};?\s*$/mu, '')}})();\n`
