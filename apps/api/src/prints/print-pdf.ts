/** Draws a printed form: embeds what it needs of the font, reads nothing else from disk and nothing from the network. */
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { layOut } from './lay-out.ts'
import type { PrintedForm } from './printed-form.ts'

const { resolve } = createRequire(import.meta.url)
const FONTS = {
  normal: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
}

pdfmake.setFonts({ Noto: FONTS })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(FONTS).includes(path))

export const drawPdf = (pages: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(pages).getBuffer()

export const printPdf = (form: PrintedForm): Promise<Buffer> => drawPdf(layOut(form))
