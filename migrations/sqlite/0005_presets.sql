CREATE TABLE `office_words` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`one` text NOT NULL,
	`many` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `trades` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`part` text NOT NULL,
	`preset` text NOT NULL,
	`made` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trades_part` ON `trades` (`office_id`,`part`);--> statement-breakpoint
CREATE TABLE `task_templates` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`days_after` integer,
	`priority` text NOT NULL,
	`checklist` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `task_templates_position` ON `task_templates` (`office_id`,`position`);