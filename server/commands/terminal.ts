/** What a command says and how it ends: standard output, standard error, exit codes. */

/** Exit code: the records are at fault. */
export const RECORDS = 1
/** Exit code: the call is at fault. */
export const CALL = 2

export const say = (text: string) => process.stdout.write(`${text}\n`)
export const complain = (text: string) => process.stderr.write(`${text}\n`)

export function stop(code: number, text: string): never {
  complain(`pacta: ${text}`)
  process.exit(code)
}

/** A reader that has seen enough, such as head, closes the pipe; the exit code still says how it went. */
export function outliveReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
