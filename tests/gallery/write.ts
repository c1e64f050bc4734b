/** Writes docs/style.html from the site as it is. */
import { writeWhole } from '../../server/site/write.ts'
import { startSite } from '../site.ts'
import { gallery } from './gallery.ts'

const running = await startSite()
writeWhole('docs/style.html', await gallery(running.base))
await running.stop()
