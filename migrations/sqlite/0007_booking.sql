CREATE TABLE `appointment_claims` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`owner_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`is_live` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `appointment_claims_owner` ON `appointment_claims` (`office_id`,`owner_id`);--> statement-breakpoint
CREATE INDEX `appointment_claims_time` ON `appointment_claims` (`office_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `date_hours` (
	`office_id` text NOT NULL,
	`who` text NOT NULL,
	`date` text NOT NULL,
	`windows` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`office_id`, `who`, `date`)
);
--> statement-breakpoint
CREATE TABLE `staff_hours` (
	`office_id` text NOT NULL,
	`who` text NOT NULL,
	`time_zone` text,
	`windows` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`office_id`, `who`)
);
--> statement-breakpoint
CREATE TABLE `time_off` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`who` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `time_off_days` ON `time_off` (`office_id`,`to_on`);--> statement-breakpoint
CREATE TABLE `resources` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `resources_list` ON `resources` (`office_id`,`kind`,`position`);--> statement-breakpoint
CREATE TABLE `service_staff` (
	`office_id` text NOT NULL,
	`service_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`office_id`, `service_id`, `user_id`),
	FOREIGN KEY (`office_id`,`service_id`) REFERENCES `services`(`office_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `services` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`length_minutes` integer NOT NULL,
	`every_minutes` integer NOT NULL,
	`buffer_before_minutes` integer DEFAULT 0 NOT NULL,
	`buffer_after_minutes` integer DEFAULT 0 NOT NULL,
	`notice_minutes` integer DEFAULT 0 NOT NULL,
	`horizon_days` integer NOT NULL,
	`most_per_day` integer,
	`most_per_week` integer,
	`colour` text NOT NULL,
	`price_minor` integer,
	`needs` text NOT NULL,
	`resources` text DEFAULT '[]' NOT NULL,
	`seats` integer DEFAULT 1 NOT NULL,
	`is_public` integer NOT NULL,
	`needs_approval` integer NOT NULL,
	`cut_off_minutes` integer NOT NULL,
	`questions` text DEFAULT '[]' NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `services_list` ON `services` (`office_id`,`position`,`id`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `kind` text DEFAULT 'appointment' NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `service_id` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `staff_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `resource_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `buffer_before_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `buffer_after_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `note` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `answers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `guest` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `cancelled_by` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `cancel_reason` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `cancelled_at` integer;--> statement-breakpoint
ALTER TABLE `appointments` ADD `is_late_cancel` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `appointments` ADD `desk_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `appointments_service` ON `appointments` (`office_id`,`service_id`,`starts_at`);