CREATE TABLE `calendar_feeds` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`whose` text NOT NULL,
	`who_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`privacy` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_who` ON `calendar_feeds` (`office_id`,`whose`,`who_id`);--> statement-breakpoint
CREATE TABLE `calendar_imports` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text NOT NULL,
	`state` text NOT NULL,
	`kind` text DEFAULT 'block' NOT NULL,
	`outcome` text,
	`done` integer DEFAULT 0 NOT NULL,
	`made` text DEFAULT '[]' NOT NULL,
	`left` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`author_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `calendar_imports_list` ON `calendar_imports` (`office_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `calendar_sources` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`is_tentative_busy` integer NOT NULL,
	`etag` text,
	`last_modified` text,
	`read_at` integer,
	`busy_times` integer DEFAULT 0 NOT NULL,
	`followed_at` integer,
	`not_taken` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `calendar_sources_due` ON `calendar_sources` (`next_at`);--> statement-breakpoint
CREATE TABLE `customer_messages` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`appointment_id` text NOT NULL,
	`step_key` text NOT NULL,
	`event` text NOT NULL,
	`channel` text NOT NULL,
	`starts_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`why` text,
	`sending` integer DEFAULT 1 NOT NULL,
	`to_address` text,
	`subject` text,
	`text` text,
	`sent_at` integer,
	`agreed_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `customer_messages_appointment` ON `customer_messages` (`office_id`,`appointment_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `customer_messages_due` ON `customer_messages` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `message_settings` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`quiet_from_minute` integer NOT NULL,
	`quiet_until_minute` integer NOT NULL,
	`place` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `message_steps` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`service_id` text,
	`event` text NOT NULL,
	`is_on` integer NOT NULL,
	`way` text NOT NULL,
	`amount` integer NOT NULL,
	`unit` text NOT NULL,
	`subject` text NOT NULL,
	`mail_text` text NOT NULL,
	`sms_text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `text_numbers` (
	`phone` text PRIMARY KEY NOT NULL,
	`last_office_id` text,
	`last_message_id` text,
	`stopped_at` integer
);
--> statement-breakpoint
ALTER TABLE `sent_locally` ADD `channel` text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE `sent_locally` ADD `attachments` text DEFAULT '[]' NOT NULL;