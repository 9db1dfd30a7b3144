CREATE TABLE `act_rows` (
	`office_id` text NOT NULL,
	`act_id` text NOT NULL,
	`position` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_key` text NOT NULL,
	`before` text,
	`after` text,
	`outcome` text,
	PRIMARY KEY(`office_id`, `act_id`, `position`),
	FOREIGN KEY (`office_id`,`act_id`) REFERENCES `acts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `acts` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`record` text,
	`record_id` text,
	`by` text NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`kept` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `acts_list` ON `acts` (`office_id`,`kind`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `acts_expiry` ON `acts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_office` ON `audit` (`office_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `companies` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`website` text,
	`tax_id` text,
	`owner_id` text,
	`fields` text DEFAULT '{}' NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `companies_name` ON `companies` (`office_id`,`name_key`,`id`);--> statement-breakpoint
CREATE TABLE `company_addresses` (
	`office_id` text NOT NULL,
	`company_id` text NOT NULL,
	`address_id` text NOT NULL,
	`label` text,
	PRIMARY KEY(`office_id`, `company_id`, `address_id`),
	FOREIGN KEY (`office_id`,`company_id`) REFERENCES `companies`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`address_id`) REFERENCES `addresses`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `company_addresses_address` ON `company_addresses` (`office_id`,`address_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`contact_id` text NOT NULL,
	`channel` text NOT NULL,
	`is_given` integer NOT NULL,
	`evidence` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_contact` ON `consents` (`office_id`,`contact_id`,`channel`,`at`);--> statement-breakpoint
CREATE TABLE `contact_companies` (
	`office_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`company_id` text NOT NULL,
	`role` text,
	`has_ended` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `contact_id`, `company_id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`company_id`) REFERENCES `companies`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_companies_company` ON `contact_companies` (`office_id`,`company_id`);--> statement-breakpoint
CREATE TABLE `different_people` (
	`office_id` text NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `one_id`, `other_id`),
	FOREIGN KEY (`office_id`,`one_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`other_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `relation_kinds` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`reverse_name` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `relations` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`kind_id` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`kind_id`) REFERENCES `relation_kinds`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`from_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`to_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `relations_once` ON `relations` (`office_id`,`from_id`,`to_id`,`kind_id`);--> statement-breakpoint
CREATE INDEX `relations_to` ON `relations` (`office_id`,`to_id`);--> statement-breakpoint
CREATE TABLE `deal_moves` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`deal_id` text NOT NULL,
	`from_stage_id` text,
	`to_stage_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`deal_id`) REFERENCES `deals`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deal_moves_deal` ON `deal_moves` (`office_id`,`deal_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `lost_reasons` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `custom_fields` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`record` text NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`options` text DEFAULT '[]' NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `custom_fields_record` ON `custom_fields` (`office_id`,`record`,`position`);--> statement-breakpoint
CREATE TABLE `files` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`file_key` text NOT NULL,
	`author_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `files_record` ON `files` (`office_id`,`record`,`record_id`);--> statement-breakpoint
CREATE TABLE `note_links` (
	`office_id` text NOT NULL,
	`note_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `note_id`, `record`, `record_id`),
	FOREIGN KEY (`office_id`,`note_id`) REFERENCES `notes`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_links_record` ON `note_links` (`office_id`,`record`,`record_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`text` text NOT NULL,
	`text_key` text NOT NULL,
	`author_id` text NOT NULL,
	`mentions` text DEFAULT '[]' NOT NULL,
	`is_pinned` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `taggings` (
	`office_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `record`, `record_id`, `tag_id`),
	FOREIGN KEY (`office_id`,`tag_id`) REFERENCES `tags`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `taggings_tag` ON `taggings` (`office_id`,`tag_id`,`record`,`record_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`color` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name` ON `tags` (`office_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `email_proofs` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_proofs_token` ON `email_proofs` (`token_hash`);--> statement-breakpoint
CREATE TABLE `task_links` (
	`office_id` text NOT NULL,
	`task_id` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `task_id`, `record`, `record_id`),
	FOREIGN KEY (`office_id`,`task_id`) REFERENCES `tasks`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_links_record` ON `task_links` (`office_id`,`record`,`record_id`);--> statement-breakpoint
PRAGMA defer_foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_deals` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`title_key` text DEFAULT '' NOT NULL,
	`contact_id` text,
	`conversation_id` text,
	`company_id` text,
	`stage_id` text NOT NULL,
	`stage_since` integer NOT NULL,
	`rank` text NOT NULL,
	`owner_id` text,
	`closed_at` integer,
	`lost_reason_id` text,
	`amount_minor` integer,
	`currency` text NOT NULL,
	`expected_on` text,
	`fields` text DEFAULT '{}' NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`conversation_id`) REFERENCES `conversations`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`company_id`) REFERENCES `companies`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`stage_id`) REFERENCES `stages`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`lost_reason_id`) REFERENCES `lost_reasons`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_deals`("office_id", "id", "title", "title_key", "contact_id", "conversation_id", "company_id", "stage_id", "stage_since", "rank", "owner_id", "closed_at", "lost_reason_id", "amount_minor", "currency", "expected_on", "fields", "source", "version", "created_at", "archived_at") SELECT "office_id", "id", "title", lower("title"), "contact_id", "conversation_id", NULL, "stage_id", "created_at", replace("id", '-', ''), NULL, NULL, NULL, "amount_minor", "currency", "expected_on", '{}', "source", "version", "created_at", "archived_at" FROM `deals`;--> statement-breakpoint
DROP TABLE `deals`;--> statement-breakpoint
ALTER TABLE `__new_deals` RENAME TO `deals`;--> statement-breakpoint
PRAGMA defer_foreign_keys=OFF;--> statement-breakpoint
CREATE INDEX `deals_stage` ON `deals` (`office_id`,`stage_id`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `deals_created` ON `deals` (`office_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deals_contact` ON `deals` (`office_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `deals_company` ON `deals` (`office_id`,`company_id`);--> statement-breakpoint
CREATE INDEX `deals_conversation` ON `deals` (`office_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `__new_activities` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`contact_id` text,
	`company_id` text,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`title` text NOT NULL,
	`changes` text DEFAULT '[]' NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`office_id`, `id`),
	FOREIGN KEY (`office_id`,`contact_id`) REFERENCES `contacts`(`office_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`,`company_id`) REFERENCES `companies`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_activities`("office_id", "id", "contact_id", "company_id", "at", "kind", "entity_id", "title", "changes", "by") SELECT "office_id", "id", "contact_id", NULL, "at", "kind", "entity_id", "title", '[]', "by" FROM `activities`;--> statement-breakpoint
DROP TABLE `activities`;--> statement-breakpoint
ALTER TABLE `__new_activities` RENAME TO `activities`;--> statement-breakpoint
CREATE INDEX `activities_contact` ON `activities` (`office_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_company` ON `activities` (`office_id`,`company_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_entity` ON `activities` (`office_id`,`entity_id`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `addresses` ADD `parts` text;--> statement-breakpoint
ALTER TABLE `contact_addresses` ADD `label` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `birthday` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `fields` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `last_contact_at` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `contacts_created` ON `contacts` (`office_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_last_contact` ON `contacts` (`office_id`,`last_contact_at`,`id`);--> statement-breakpoint
ALTER TABLE `pipelines` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `stages` ADD `probability` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `stages` ADD `rotting_days` integer;--> statement-breakpoint
ALTER TABLE `stages` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `reply_to` text;--> statement-breakpoint
ALTER TABLE `members` ADD `time_zone` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `title_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `tasks` ADD `priority` text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `is_waiting` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `tasks` ADD `repeat` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `checklist` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `remind_at` integer;--> statement-breakpoint
ALTER TABLE `tasks` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `tasks` ADD `fields` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX `tasks_conversation` ON `tasks` (`office_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `tasks_reminder` ON `tasks` (`remind_at`);