import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { RequiresPermission } from '../access/permission.ts'
import type { RequestContext } from '../context.ts'
import { compiled } from '../graphql/compiled.ts'
import type { UserError } from '../graphql/user-error.ts'
import { markClientTold, resendClientNotice, waiveClientNotice } from './client-notice.service.ts'
import type { ClientNotice, Notice, NoticePreferenceEntity, NoticeTemplateEntity } from './notice.entity.ts'
import {
  ChangeNoticePreferencesInput,
  ChangeNoticeTemplateInput,
  ClientNoticeArgs,
  MailArgs,
  MarkAllNoticesReadInput,
  MarkClientToldInput,
  MarkNoticeReadInput,
  NoticeArgs,
  ResendClientNoticeInput,
  WaiveClientNoticeInput,
} from './notice.inputs.ts'
import {
  ChangeNoticePreferencesPayload,
  ChangeNoticeTemplatePayload,
  MarkAllNoticesReadPayload,
  MarkClientToldPayload,
  MarkNoticeReadPayload,
  ResendClientNoticePayload,
  WaiveClientNoticePayload,
} from './notice.payloads.ts'
import {
  changeNoticePreferences,
  changeNoticeTemplate,
  markAllNoticesRead,
  markNoticeRead,
} from './notice.service.ts'
import {
  ClientNoticeConnection,
  MailConnection,
  NoticeConnection,
  NoticePreferenceType,
  NoticeTemplateType,
  type NoticesRead,
} from './notice.type.ts'

@Resolver()
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description: 'Your notices, the newest first. With `unread: true`, `totalCount` is what the bell shows.',
  })
  @RequiresPermission('notice:read')
  notices(@Args(() => NoticeArgs) _args: NoticeArgs): object {
    return compiled()
  }

  @Query(() => NoticePreferenceType, {
    nullable: true,
    description: 'How you want to be told; null where you have chosen nothing and the defaults hold.',
  })
  @RequiresPermission('notice:read')
  noticePreference(): NoticePreferenceType {
    return compiled()
  }

  @Query(() => [NoticeTemplateType], { description: "The organization's own words, where it has any." })
  @RequiresPermission('noticeTemplate:read')
  noticeTemplates(): NoticeTemplateType[] {
    return compiled()
  }

  @Query(() => ClientNoticeConnection, {
    description: 'What clients are owed, the newest first: of one case, or of all that you may read.',
  })
  @RequiresPermission('clientNotice:read')
  clientNotices(@Args(() => ClientNoticeArgs) _args: ClientNoticeArgs): object {
    return compiled()
  }

  @Query(() => MailConnection, { description: 'How the mails fare, the newest first.' })
  @RequiresPermission('mail:read')
  mails(@Args(() => MailArgs) _args: MailArgs): object {
    return compiled()
  }

  @Mutation(() => MarkNoticeReadPayload, { description: 'Marks one of your notices as read.' })
  @RequiresPermission('notice:markRead')
  markNoticeRead(
    @Arg('input', () => MarkNoticeReadInput) input: MarkNoticeReadInput,
    @Ctx() context: RequestContext,
  ): Promise<Notice | UserError> {
    return markNoticeRead(context, input)
  }

  @Mutation(() => MarkAllNoticesReadPayload, { description: 'Marks your notices up to an instant as read.' })
  @RequiresPermission('notice:markRead')
  markAllNoticesRead(
    @Arg('input', () => MarkAllNoticesReadInput) input: MarkAllNoticesReadInput,
    @Ctx() context: RequestContext,
  ): Promise<NoticesRead | UserError> {
    return markAllNoticesRead(context, input)
  }

  @Mutation(() => ChangeNoticePreferencesPayload, {
    description: 'States how you want to be told: by which ways, when not, and when together.',
  })
  @RequiresPermission('notice:changePreferences')
  changeNoticePreferences(
    @Arg('input', () => ChangeNoticePreferencesInput) input: ChangeNoticePreferencesInput,
    @Ctx() context: RequestContext,
  ): Promise<NoticePreferenceEntity | UserError> {
    return changeNoticePreferences(context, input)
  }

  @Mutation(() => ChangeNoticeTemplatePayload, {
    description: "Writes the organization's own words for a kind of notice, in both languages.",
  })
  @RequiresPermission('noticeTemplate:change')
  changeNoticeTemplate(
    @Arg('input', () => ChangeNoticeTemplateInput) input: ChangeNoticeTemplateInput,
    @Ctx() context: RequestContext,
  ): Promise<NoticeTemplateEntity | UserError> {
    return changeNoticeTemplate(context, input)
  }

  @Mutation(() => MarkClientToldPayload, {
    description: 'The client was told; words owed from before are settled along with it.',
  })
  @RequiresPermission('clientNotice:markTold')
  markClientTold(
    @Arg('input', () => MarkClientToldInput) input: MarkClientToldInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientNotice | UserError> {
    return markClientTold(context, input)
  }

  @Mutation(() => WaiveClientNoticePayload, { description: 'The client need not be told; with a reason.' })
  @RequiresPermission('clientNotice:waive')
  waiveClientNotice(
    @Arg('input', () => WaiveClientNoticeInput) input: WaiveClientNoticeInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientNotice | UserError> {
    return waiveClientNotice(context, input)
  }

  @Mutation(() => ResendClientNoticePayload, { description: 'Sends a mail to the client that failed again.' })
  @RequiresPermission('clientNotice:resend')
  resendClientNotice(
    @Arg('input', () => ResendClientNoticeInput) input: ResendClientNoticeInput,
    @Ctx() context: RequestContext,
  ): Promise<ClientNotice | UserError> {
    return resendClientNotice(context, input)
  }
}
