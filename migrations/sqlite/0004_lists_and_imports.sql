CREATE TABLE `import_mappings` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`mapping` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`format` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`file_key` text NOT NULL,
	`bytes` integer NOT NULL,
	`mapping` text,
	`counts` text NOT NULL,
	`next_byte` integer DEFAULT 0 NOT NULL,
	`next_row` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`author_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `imports_list` ON `imports` (`office_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`record` text NOT NULL,
	`record_id` text NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `notices_user` ON `notices` (`office_id`,`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `views` (
	`office_id` text NOT NULL,
	`id` text NOT NULL,
	`record` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`view` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`office_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `views_record` ON `views` (`office_id`,`record`,`position`);