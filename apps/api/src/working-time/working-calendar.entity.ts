import type { ProjectType, SpecialDayKind, Weekday } from '@steward/domain'
import { Column, Entity, Index } from 'typeorm'
import { Id, Instant, LocalDate, OrgId, References } from '../database/columns.ts'
import { Department } from '../organization/organization.entity.ts'

/** When work is done, for those who go by it. Its version is the revision that every due time states. */
@Entity('working_calendar')
@Index('working_calendar_code_key', ['orgId', 'code'], { unique: true })
export class WorkingCalendarEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('text') code: string
  @Column('text') nameZh: string
  @Column('text') nameEn: string
  @Column('text') timeZone: string
  @Column('boolean') observesHolidays: boolean
  /** How many open promises the last change moved. */
  @Column('integer', { default: 0 }) movedPromises: number
  @Instant() updatedAt: Date
  @Column('integer', { default: 1 }) version: number
}

/** Who goes by a calendar: a department, else a type of project; neither: everybody who has none of their own. */
@Entity('working_calendar_use')
// The index counts nulls as equal: one calendar for everybody else.
@Index('working_calendar_use_key', ['orgId', 'departmentId', 'projectType'], { unique: true })
@Index('working_calendar_use_calendar_idx', ['orgId', 'calendarId'])
@References(() => WorkingCalendarEntity, 'calendarId')
@References(() => Department, 'departmentId')
export class WorkingCalendarUse {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') calendarId: string
  @Column('uuid', { nullable: true }) departmentId: string | null
  @Column('text', { nullable: true }) projectType: ProjectType | null
}

/** Minutes after midnight of the day on which the slot begins; beyond 1440 lies the next day. */
@Entity('working_slot')
@Index('working_slot_key', ['orgId', 'calendarId', 'weekday', 'fromMinute'], { unique: true })
@References(() => WorkingCalendarEntity, 'calendarId')
export class WorkingSlotEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') calendarId: string
  @Column('text') weekday: Weekday
  @Column('integer') fromMinute: number
  @Column('integer') toMinute: number
}

@Entity('special_day')
@Index('special_day_key', ['orgId', 'calendarId', 'fallsOn'], { unique: true })
@References(() => WorkingCalendarEntity, 'calendarId')
export class SpecialDayEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') calendarId: string
  /** A local date of the calendar's zone. */
  @LocalDate() fallsOn: string
  @Column('text') kind: SpecialDayKind
  @Column('text') nameZh: string
  @Column('text') nameEn: string
  /** From the published list of holidays; publishing the year again replaces it. */
  @Column('boolean') isOfficial: boolean
}

/** Hours of its own that a special day has. */
@Entity('special_day_slot')
@Index('special_day_slot_key', ['orgId', 'specialDayId', 'fromMinute'], { unique: true })
@References(() => SpecialDayEntity, 'specialDayId')
export class SpecialDaySlotEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') specialDayId: string
  @Column('integer') fromMinute: number
  @Column('integer') toMinute: number
}

/** A year whose official holidays are among the special days of a calendar. */
@Entity('holiday_year')
@Index('holiday_year_key', ['orgId', 'calendarId', 'year'], { unique: true })
@References(() => WorkingCalendarEntity, 'calendarId')
export class HolidayYearEntity {
  @OrgId() orgId: string
  @Id() id: string
  @Column('uuid') calendarId: string
  @Column('integer') year: number
  @Instant() publishedAt: Date
}
