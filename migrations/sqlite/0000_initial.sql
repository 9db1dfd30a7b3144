CREATE TABLE `appointments` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`service` text,
	`contact_id` text,
	`conversation_id` text,
	`status` text NOT NULL,
	`wanted_on` text,
	`starts_at` integer,
	`ends_at` integer,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointments_start` ON `appointments` (`office_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `appointments_contact` ON `appointments` (`office_id`,`contact_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`suggestion_id` text NOT NULL,
	`decision` text NOT NULL,
	`proposed` text NOT NULL,
	`decided` text NOT NULL,
	`intent` text NOT NULL,
	`confidence` real NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`suggestion_id`) REFERENCES `suggestions`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_suggestion` ON `feedback` (`office_id`,`suggestion_id`);--> statement-breakpoint
CREATE TABLE `intakes` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`message_id` text NOT NULL,
	`intent` text NOT NULL,
	`confidence` real NOT NULL,
	`language` text NOT NULL,
	`summary` text NOT NULL,
	`entities` text NOT NULL,
	`flags` text NOT NULL,
	`reader` text NOT NULL,
	`fell_back` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`message_id`) REFERENCES `messages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intakes_message` ON `intakes` (`office_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `model_calls` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`message_id` text NOT NULL,
	`model` text NOT NULL,
	`outcome` text NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_micros` integer NOT NULL,
	`request_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`message_id`) REFERENCES `messages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `model_calls_month` ON `model_calls` (`office_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`intake_id` text NOT NULL,
	`message_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`kind` text NOT NULL,
	`action` text NOT NULL,
	`evidence` text NOT NULL,
	`confidence` real NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`effects` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`intake_id`) REFERENCES `intakes`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`message_id`) REFERENCES `messages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestions_list` ON `suggestions` (`office_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `suggestions_conversation` ON `suggestions` (`office_id`,`conversation_id`,`status`);--> statement-breakpoint
CREATE TABLE `activities` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`contact_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`title` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_contact` ON `activities` (`office_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`as_typed` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_value` ON `addresses` (`office_id`,`kind`,`value`);--> statement-breakpoint
CREATE TABLE `contact_addresses` (
	`office_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`address_id` text NOT NULL,
	`is_default` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`office_id`, `contact_id`, `address_id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`address_id`) REFERENCES `addresses`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_addresses_address` ON `contact_addresses` (`office_id`,`address_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`household_id` text,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`household_id`) REFERENCES `households`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_name` ON `contacts` (`office_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_household` ON `contacts` (`office_id`,`household_id`);--> statement-breakpoint
CREATE TABLE `households` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `deals` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`contact_id` text,
	`conversation_id` text,
	`stage_id` text NOT NULL,
	`amount_minor` integer,
	`currency` text NOT NULL,
	`expected_on` text,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`stage_id`) REFERENCES `stages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deals_stage` ON `deals` (`office_id`,`stage_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deals_contact` ON `deals` (`office_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `pipelines` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `stages` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`pipeline_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`pipeline_id`) REFERENCES `pipelines`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stages_pipeline` ON `stages` (`office_id`,`pipeline_id`,`position`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`message_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`file_key` text NOT NULL,
	`content_id` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`message_id`) REFERENCES `messages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_position` ON `attachments` (`office_id`,`message_id`,`position`);--> statement-breakpoint
CREATE TABLE `burnt_tokens` (
	`office_id` text NOT NULL,
	`source` text NOT NULL,
	`token` text NOT NULL,
	`content_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `source`, `token`)
);
--> statement-breakpoint
CREATE INDEX `burnt_tokens_expiry` ON `burnt_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`contact_id` text,
	`subject` text NOT NULL,
	`subject_key` text NOT NULL,
	`intent` text,
	`status` text DEFAULT 'open' NOT NULL,
	`preview` text NOT NULL,
	`last_from` text NOT NULL,
	`last_message_at` integer NOT NULL,
	`unread` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conversations_list` ON `conversations` (`office_id`,`status`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_contact` ON `conversations` (`office_id`,`contact_id`,`last_message_at`);--> statement-breakpoint
CREATE TABLE `inbound` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`source` text NOT NULL,
	`source_key` text NOT NULL,
	`raw_key` text NOT NULL,
	`raw_bytes` integer NOT NULL,
	`envelope_from` text NOT NULL,
	`envelope_to` text NOT NULL,
	`status` text NOT NULL,
	`message_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_source` ON `inbound` (`office_id`,`source`,`source_key`);--> statement-breakpoint
CREATE TABLE `messages` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`contact_id` text,
	`direction` text NOT NULL,
	`state` text NOT NULL,
	`message_key` text NOT NULL,
	`internet_message_id` text,
	`reference_ids` text NOT NULL,
	`from_address` text NOT NULL,
	`to_addresses` text NOT NULL,
	`cc_addresses` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`text_is_whole` integer DEFAULT true NOT NULL,
	`ranges` text NOT NULL,
	`raw_key` text,
	`html_key` text,
	`blocked_images` integer DEFAULT 0 NOT NULL,
	`is_bulk` integer DEFAULT false NOT NULL,
	`notes` text NOT NULL,
	`author_id` text,
	`at` integer NOT NULL,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`office_id`,`message_key`);--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`office_id`,`conversation_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `thread_keys` (
	`office_id` text NOT NULL,
	`key` text NOT NULL,
	`conversation_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `key`),
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_keys_conversation` ON `thread_keys` (`office_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`job` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_office` ON `outbox` (`office_id`,`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `inbound_addresses` (
	`key` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`label` text NOT NULL,
	`secret_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inbound_addresses_office` ON `inbound_addresses` (`office_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `members` (
	`office_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `user_id`),
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `members_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`country` text NOT NULL,
	`currency` text NOT NULL,
	`settings` text NOT NULL,
	`shard` integer DEFAULT 0 NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offices_slug` ON `offices` (`slug`);--> statement-breakpoint
CREATE TABLE `sent_locally` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sent_locally_office` ON `sent_locally` (`office_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_provider` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text NOT NULL,
	`window_starts_at` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`key`, `window_starts_at`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`office_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`due_on` text,
	`done_at` integer,
	`contact_id` text,
	`conversation_id` text,
	`assignee_id` text,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_list` ON `tasks` (`office_id`,`done_at`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_contact` ON `tasks` (`office_id`,`contact_id`);