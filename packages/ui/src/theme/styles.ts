/// <reference path="../css.d.ts" />
import dataTable from '../data/data-table.css?inline'
import calendar from '../data/calendar.css?inline'
import cards from '../data/cards.css?inline'
import data from '../data/data.css?inline'
import gantt from '../data/gantt.css?inline'
import desk from '../data/desk.css?inline'
import paper from '../data/paper.css?inline'
import pledge from '../data/pledge.css?inline'
import plots from '../data/plots.css?inline'
import rhythm from '../data/rhythm.css?inline'
import road from '../data/road.css?inline'
import work from '../data/work.css?inline'
import command from '../feedback/command.css?inline'
import feedback from '../feedback/feedback.css?inline'
import secrets from '../feedback/secrets.css?inline'
import sheet from '../feedback/sheet.css?inline'
import inbox from '../data/inbox.css?inline'
import form from '../form/form.css?inline'
import words from '../form/words.css?inline'
import appFrame from '../layout/app-frame.css?inline'
import entrance from '../layout/entrance.css?inline'
import layout from '../layout/layout.css?inline'
import views from '../layout/views.css?inline'
import workTabs from '../layout/work-tabs.css?inline'
import base from './base.css?inline'

/** Every rule of the package, in the order in which they may override each other. */
export const STYLES = [
  base,
  layout,
  views,
  appFrame,
  workTabs,
  entrance,
  data,
  dataTable,
  gantt,
  cards,
  work,
  plots,
  rhythm,
  road,
  desk,
  paper,
  calendar,
  inbox,
  form,
  words,
  feedback,
  sheet,
  secrets,
  pledge,
  command,
].join('\n')
