// Written by tools/generate-tables.ts from the migrations; a check keeps it true. Not edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type {
  AgentId,
  ApiKeyId,
  AppointmentId,
  BookingId,
  ChannelId,
  ConversationId,
  FileId,
  InvitationId,
  JournalEntryId,
  LetterId,
  MessageId,
  OpeningId,
  OrganisationId,
  PhotoId,
  PushSubscriptionId,
  QuestionnaireId,
  ReasonId,
  RoleId,
  RunId,
  SalesRequestId,
  SessionId,
  ShortcutId,
  SubAccountId,
  UserId,
  VisitorId,
} from '#contract/ids.ts'

/** Written as JSON text, read as whatever it holds. */
type Json = ColumnType<unknown, string, string>

export interface Tables {
  account_letters: {
    id: LetterId
    user_id: UserId | null
    purpose: string
    recipient: string
    subject: string
    body: string
    state: 'waiting' | 'retrying' | 'sent' | 'failed'
    attempts: Generated<number>
    last_error: string | null
    next_attempt_at: Date | null
    useful_until: Date
    created_at: Date
    sent_at: Date | null
  }
  agent_calendars: {
    organisation_id: OrganisationId
    agent_id: AgentId
    zone: string
    holidays: string | null
    feed_hash: Buffer | null
    outside_url: string | null
    outside_read_at: Date | null
    outside_fault: 'unreachable' | 'too-slow' | 'too-large' | 'not-a-calendar' | 'private-address' | null
    next_read_at: Date | null
    version: number
  }
  agent_questionnaires: {
    organisation_id: OrganisationId
    agent_id: AgentId
    questionnaire_id: QuestionnaireId
  }
  agents: {
    organisation_id: OrganisationId
    id: AgentId
    user_id: UserId | null
    role: 'administrator' | 'moderator' | 'manager' | 'agent'
    sub_account_id: SubAccountId | null
    custom_role_id: RoleId | null
    first_name: string
    last_name: string
    name: GeneratedAlways<string>
    shown_name: string | null
    description: Generated<string>
    photo_id: PhotoId | null
    email: string
    active: boolean
    availability: 'available' | 'away'
    present_until: Date | null
    languages: string[]
    reach: 'own' | 'sub-account' | 'all'
    modules: string[]
    conversation_limit: number | null
    last_sign_in_at: Date | null
    last_seen_at: Date | null
    version: Generated<number>
    created_at: Date
    removed_at: Date | null
    removed_by: AgentId | null
    consoles_closed_at: Date | null
  }
  api_keys: {
    id: ApiKeyId
    user_id: UserId
    organisation_id: OrganisationId
    token_hash: Buffer
    name: string
    start: string
    rights: string[]
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
  }
  appointment_reason_agents: {
    organisation_id: OrganisationId
    reason_id: ReasonId
    agent_id: AgentId
  }
  appointment_reasons: {
    organisation_id: OrganisationId
    id: ReasonId
    sub_account_id: SubAccountId
    name: string
    texts: Json
    colour: string
    place: 'on-site' | 'phone' | 'video'
    place_detail: string
    minutes: number
    every_minutes: number
    before_minutes: number
    after_minutes: number
    notice_minutes: number
    ahead_days: number
    reminders: number[]
    takers: 'everybody' | 'chosen'
    visitors_choose: boolean
    version: number
    created_at: Date
    archived_at: Date | null
  }
  appointments: {
    organisation_id: OrganisationId
    id: AppointmentId
    sub_account_id: SubAccountId
    reason_id: ReasonId
    agent_id: AgentId
    agent_name: string
    state: 'booked' | 'honoured' | 'missed' | 'cancelled'
    starts_at: Date
    ends_at: Date
    kept_free: string
    place: 'on-site' | 'phone' | 'video'
    place_detail: string
    visitor_id: VisitorId | null
    conversation_id: ConversationId | null
    channel_id: ChannelId | null
    name: string
    email: string
    phone: string
    words: string
    language: string
    zone: string
    booked_by: AgentId | null
    booking_id: BookingId
    link_token: string
    sequence: number
    asked_to_move_at: Date | null
    cancelled_by: 'visitor' | 'agent' | null
    cancelled_why: Generated<string>
    version: number
    created_at: Date
    changed_at: Date
  }
  channel_keys: {
    key: string
    organisation_id: OrganisationId
    channel_id: ChannelId
  }
  channel_routing: {
    organisation_id: OrganisationId
    channel_id: ChannelId
    mode: 'by-hand' | 'round-robin' | 'least-busy'
    offer_seconds: number
    version: number
  }
  channels: {
    organisation_id: OrganisationId
    id: ChannelId
    sub_account_id: SubAccountId
    kind: string
    name: string
    key: string
    sites: string[]
    colour: string
    texts: Json
    version: Generated<number>
    created_at: Date
    questionnaire_id: QuestionnaireId | null
    state: 'running' | 'paused' | 'archived'
    languages: string[]
    widget_side: 'left' | 'right'
    side_px: number
    bottom_px: number
    hours: Json
    when_nobody: 'form' | 'hidden' | 'questionnaire'
    asks_rating: boolean
  }
  conversations: {
    organisation_id: OrganisationId
    id: ConversationId
    sub_account_id: SubAccountId
    channel_id: ChannelId
    visitor_id: VisitorId
    state: 'pending' | 'open' | 'closed'
    assignee_id: AgentId | null
    assignee_name: string | null
    assignee_shown_name: string | null
    transferred_by_id: AgentId | null
    transferred_by_name: string | null
    language: string
    page_url: string | null
    page_title: string | null
    version: number
    last_seq: number
    visitor_read_seq: number
    agent_read_seq: number
    unread: number
    last_message: ColumnType<unknown, string | null, string | null>
    created_at: Date
    state_since: Date
    last_activity_at: Date
    questionnaire_id: QuestionnaireId | null
    rewritten_version: Generated<number>
    pages_seen: Generated<number>
    offered_to: AgentId | null
    asked: Generated<string[]>
    route_at: Date | null
    picked_up_at: Date | null
    waited_ms: number | null
    closing: ColumnType<unknown, string | null, string | null>
    mentions: Json
  }
  email_changes: {
    user_id: UserId
    email: string
    token_hash: Buffer
    organisation_id: OrganisationId | null
    created_at: Date
    expires_at: Date
  }
  email_objections: {
    token_hash: Buffer
    user_id: UserId
    email: string
    created_at: Date
    expires_at: Date
  }
  events: {
    organisation_id: OrganisationId
    id: string
    appended: Generated<number>
    stream: string
    number: number | null
    conversation_id: ConversationId | null
    conversation_version: number | null
    type: string
    payload: Json
    created_at: Date
  }
  file_pieces: {
    organisation_id: OrganisationId
    file_id: FileId
    place: number
    bytes: Buffer
  }
  files: {
    organisation_id: OrganisationId
    id: FileId
    client_file_id: string
    agent_id: AgentId | null
    channel_id: ChannelId | null
    token_hash: Buffer | null
    conversation_id: ConversationId | null
    message_seq: number | null
    audience: 'everybody' | 'agents' | null
    name: string
    size_bytes: number
    received_bytes: Generated<number>
    state: Generated<'uploading' | 'finished'>
    media_type: string | null
    sha256: Buffer | null
    width: number | null
    height: number | null
    preview: Buffer | null
    created_at: Date
  }
  given_answers: {
    organisation_id: OrganisationId
    visitor_id: VisitorId
    client_answer_id: string
    given_at: Date
  }
  installation: {
    only_one: Generated<boolean>
    epoch: string
    set_up_at: Date | null
  }
  invitation_links: {
    token_hash: Buffer
    organisation_id: OrganisationId
    invitation_id: InvitationId
    by_letter: boolean
  }
  invitation_questionnaires: {
    organisation_id: OrganisationId
    invitation_id: InvitationId
    questionnaire_id: QuestionnaireId
  }
  invitations: {
    organisation_id: OrganisationId
    id: InvitationId
    email: string
    role: 'administrator' | 'moderator' | 'manager' | 'agent'
    custom_role_id: RoleId | null
    sub_account_id: SubAccountId | null
    languages: string[]
    reach: 'own' | 'sub-account' | 'all'
    modules: string[]
    conversation_limit: number | null
    active_on_arrival: boolean
    inviter_id: AgentId
    letter_id: LetterId | null
    state: 'pending' | 'accepted' | 'revoked'
    created_at: Date
    expires_at: Date
    ended_at: Date | null
  }
  journal: {
    organisation_id: OrganisationId
    id: JournalEntryId
    at: Date
    act: string
    actor_kind: 'agent' | 'stranger' | 'operator' | 'system'
    actor_id: string | null
    actor_name: string
    api_key: string | null
    address: string | null
    user_agent: string | null
    target_kind: string | null
    target_id: string | null
    target_name: string
    before: ColumnType<unknown, string | null, string | null>
    after: ColumnType<unknown, string | null, string | null>
    door: string | null
    code: string | null
  }
  letters: {
    organisation_id: OrganisationId
    id: LetterId
    recipient: string
    subject: string
    body: string
    secret: string | null
    state: 'waiting' | 'retrying' | 'sent' | 'failed' | 'cancelled'
    attempts: Generated<number>
    last_error: string | null
    next_attempt_at: Date | null
    useful_until: Date
    created_at: Date
    sent_at: Date | null
    html: string | null
    confidential: Generated<boolean>
    calendar: string | null
  }
  memberships: {
    user_id: UserId
    organisation_id: OrganisationId
    agent_id: AgentId
    is_news: Generated<boolean>
  }
  mentions: {
    organisation_id: OrganisationId
    agent_id: AgentId
    conversation_id: ConversationId
    is_unread: boolean
  }
  message_versions: {
    organisation_id: OrganisationId
    conversation_id: ConversationId
    seq: number
    version: number
    text: string
    files: Json
    replaced_at: Date
  }
  messages: {
    organisation_id: OrganisationId
    conversation_id: ConversationId
    seq: number
    id: MessageId
    author: 'visitor' | 'agent' | 'system'
    author_id: string
    author_name: string | null
    author_shown_name: string | null
    client_message_id: string | null
    kind: 'text' | 'note' | 'notice'
    notice:
      | 'picked-up'
      | 'closed'
      | 'reopened'
      | 'deactivated'
      | 'left'
      | 'out-of-reach'
      | 'away'
      | 'gone'
      | 'handed-over'
      | 'transferred'
      | 'moved'
      | 'given-back'
      | 'rated'
      | 'transcript-sent'
      | 'appointment-booked'
      | 'appointment-moved'
      | 'appointment-cancelled'
      | 'appointment-reassigned'
      | null
    subject_id: string | null
    subject_name: string | null
    subject_shown_name: string | null
    text: string
    sent_at: Date
    files: Json
    mentions: Json
    version: Generated<number>
    edited_at: Date | null
    deleted_at: Date | null
    words: string | null
    score: number | null
    appointment: ColumnType<unknown, string | null, string | null>
    proposed_reason_id: ReasonId | null
  }
  notification_settings: {
    organisation_id: OrganisationId
    agent_id: AgentId
    settings: Json
  }
  openings: {
    organisation_id: OrganisationId
    id: OpeningId
    agent_id: AgentId
    kind: 'opening' | 'absence'
    starts: string
    minutes: number
    rule: string | null
    label: string
    version: number
    created_at: Date
  }
  organisations: {
    organisation_id: OrganisationId
    name: string
    created_at: Date
  }
  outside_busy: {
    organisation_id: OrganisationId
    agent_id: AgentId
    busy: string
  }
  page_views: {
    organisation_id: OrganisationId
    conversation_id: ConversationId
    device_at: number
    url: string
    title: string
    seen_at: Date
  }
  password_resets: {
    token_hash: Buffer
    user_id: UserId
    created_at: Date
    expires_at: Date
  }
  photo_places: {
    photo_id: PhotoId
    organisation_id: OrganisationId
  }
  photos: {
    organisation_id: OrganisationId
    id: PhotoId
    bytes: Buffer
    created_at: Date
  }
  preferences: {
    organisation_id: OrganisationId
    agent_id: AgentId
    shown_sub_account_id: SubAccountId | null
  }
  push_keys: {
    only_one: Generated<boolean>
    public_key: string
    private_key: string
  }
  push_progress: {
    organisation_id: OrganisationId
    stream: string
    number: number
  }
  push_subscriptions: {
    organisation_id: OrganisationId
    id: PushSubscriptionId
    agent_id: AgentId
    session_id: SessionId
    endpoint: string
    p256dh: string
    auth: string
    user_agent: string | null
    created_at: Date
    last_pushed_at: Date | null
  }
  pushes_shown: {
    organisation_id: OrganisationId
    subscription_id: PushSubscriptionId
    conversation_id: ConversationId
    seq: number
  }
  questionnaire_drafts: {
    organisation_id: OrganisationId
    questionnaire_id: QuestionnaireId
    flow: Json
    version: number
    saved_at: Date
    saved_by: AgentId | null
  }
  questionnaire_runs: {
    organisation_id: OrganisationId
    id: RunId
    visitor_id: VisitorId
    questionnaire_id: QuestionnaireId
    version_number: number
    revision: number
    passed: Json
    now_step: string
    conversation_id: ConversationId | null
    begun_at: Date
    changed_at: Date
    replaced_at: Date | null
  }
  questionnaire_versions: {
    organisation_id: OrganisationId
    questionnaire_id: QuestionnaireId
    number: number
    flow: Json
    published_at: Date
    published_by: AgentId
  }
  questionnaires: {
    organisation_id: OrganisationId
    id: QuestionnaireId
    sub_account_id: SubAccountId
    name: string
    version: number
    created_at: Date
    archived_at: Date | null
  }
  ratings: {
    organisation_id: OrganisationId
    conversation_id: ConversationId
    closing_seq: number
    notice_seq: number
    score: number
    word: string
    version: number
    rated_at: Date
    changed_at: Date | null
    closed_at: Date
    closed_by: AgentId
    served_by: AgentId
  }
  roles: {
    organisation_id: OrganisationId
    id: RoleId
    name: string
    model: 'administrator' | 'moderator' | 'manager' | 'agent'
    permissions: string[]
    modules: string[]
    version: number
    created_at: Date
    removed_at: Date | null
  }
  routing_decisions: {
    organisation_id: OrganisationId
    conversation_id: ConversationId
    number: number
    decided_at: Date
    mode: 'by-hand' | 'round-robin' | 'least-busy'
    cause: 'waiting' | 'passed' | 'expired' | 'withdrawn'
    outcome: 'offer' | 'waits' | 'nobody'
    agent_id: AgentId | null
    because: 'nobody-active' | 'language' | 'questionnaire' | 'all-away' | 'all-full' | null
    candidates: Json
  }
  routing_turns: {
    organisation_id: OrganisationId
    agent_id: AgentId
    last_turn_at: Date
  }
  sales_requests: {
    organisation_id: OrganisationId
    id: SalesRequestId
    agent_id: AgentId
    locale: 'fr' | 'en'
    message: string
    phone: string
    seats: number | null
    created_at: Date
    answered_at: Date | null
    letter_state: 'waiting' | 'sent' | 'failed'
    attempts: Generated<number>
    next_attempt_at: Date | null
    last_error: string | null
  }
  searchable_messages: {
    organisation_id: OrganisationId | null
    conversation_id: ConversationId | null
    seq: number | null
    sent_at: Date | null
    words: string | null
  }
  searchable_visitors: {
    organisation_id: OrganisationId | null
    id: string | null
    words: string | null
  }
  sessions: {
    id: SessionId
    user_id: UserId
    token_hash: Buffer
    remembered: boolean
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    user_agent: string | null
    address: string | null
  }
  shortcuts: {
    organisation_id: OrganisationId
    id: ShortcutId
    agent_id: AgentId | null
    sub_account_id: SubAccountId | null
    key: string
    texts: Json
    version: number
    used_count: Generated<number>
    last_used_at: Date | null
    created_at: Date
    removed_at: Date | null
  }
  sign_ups: {
    email: string
    token_hash: Buffer
    first_name: string
    last_name: string
    organisation_name: string
    locale: 'fr' | 'en'
    created_at: Date
    expires_at: Date
  }
  socket_tickets: {
    token_hash: Buffer
    bearer: Json
    expires_at: Date
  }
  streams: {
    organisation_id: OrganisationId
    name: string
    head: Generated<number>
  }
  sub_accounts: {
    organisation_id: OrganisationId
    id: SubAccountId
    name: string
    version: Generated<number>
    created_at: Date
    archived_at: Date | null
  }
  subscription_changes: {
    organisation_id: OrganisationId
    version: number
    by_agent_id: AgentId | null
    from_plan: 'free' | 'standard' | 'pro' | 'ultimate' | null
    from_seats: number | null
    to_plan: 'free' | 'standard' | 'pro' | 'ultimate'
    to_seats: number | null
    monthly_cents: number | null
    currency: string
    changed_at: Date
  }
  subscriptions: {
    organisation_id: OrganisationId
    plan: 'free' | 'standard' | 'pro' | 'ultimate'
    seats: number | null
    version: number
    changed_at: Date
  }
  transcripts: {
    organisation_id: OrganisationId
    letter_id: LetterId
    conversation_id: ConversationId
    recipient: string
    asked_at: Date
    asked_by: AgentId | null
  }
  users: {
    id: UserId
    email: string
    first_name: string
    last_name: string
    name: GeneratedAlways<string>
    locale: 'fr' | 'en'
    password_hash: string
    email_proven_at: Date | null
    created_at: Date
  }
  visitors: {
    organisation_id: OrganisationId
    id: VisitorId
    channel_id: ChannelId
    token_hash: Buffer
    name: string | null
    email: string | null
    locale: string
    created_at: Date
    phone: string | null
    own_fields: ColumnType<unknown, string | null, string | null>
    words: string | null
  }
}
