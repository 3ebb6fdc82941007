/** Columns of a client that follow from another: what is stored beside a name, a number, an address. */
import { maskEmail, maskPhone } from '@steward/domain'
import { searchGramsOf } from './search/search-grams.ts'

export const nameColumns = (name: string) => ({ name, searchGrams: searchGramsOf(name) })

export const phoneColumns = (phone: string | null) => ({
  phone,
  phoneMasked: phone && maskPhone(phone),
})

/** The last four digits; an extension is none of them. */
export const phoneTail = (phone: string | null): string | null => phone && phone.replace(/x.*$/, '').slice(-4)

export const emailColumns = (email: string | null) => ({
  email,
  emailMasked: email && maskEmail(email),
})
