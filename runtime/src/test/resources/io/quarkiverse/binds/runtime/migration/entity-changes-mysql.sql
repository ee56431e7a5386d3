-- table added
create table `table_added` (
    `id` bigint not null,
    `title` varchar(50) not null,
    `author_id` bigint not null,
    primary key (`id`),
    unique index `UK4p33yeonakkprgfmu2slfs19e` (`title`)
);
create table `table_added_SEQ` (
    `next_val` bigint
);
alter table `table_added` add constraint `FKk762vdnvbqhums0p61wtig9ws` foreign key (`author_id`) references `author` (`id`);
insert into table_added_SEQ ( next_val ) values ( 1 )

-- table renamed
alter table `table_renamed_before` rename to `table_renamed`;
alter table `table_renamed` drop foreign key `FKd6r601kmpbhjuijrmbrw84atj`;
alter table `table_renamed` drop index `FKd6r601kmpbhjuijrmbrw84atj`, algorithm=inplace, lock=none;
alter table `table_renamed` add constraint `FK2be7f8xmyvxsf64e6cs727rok` foreign key (`author_id`) references `author` (`id`)

-- column added, nullable
alter table `column_added` add column `price` decimal(10,2), algorithm=instant

-- column added, NOT NULL
alter table `column_added_not_null` add column `price` decimal(10,2) not null, algorithm=instant

-- column dropped
alter table `column_dropped` drop column `age`

-- NOT NULL column dropped
alter table `not_null_column_dropped` drop column `age`

-- column renamed
alter table `column_renamed` rename column `title` to `caption`

-- varchar(50) -> varchar(100)
alter table `varchar_longer` modify column `title` varchar(100)

-- varchar(100) -> varchar(50)
alter table `varchar_shorter` modify column `title` varchar(50)

-- varchar -> text
alter table `varchar_to_text` modify column `title` longtext

-- int -> bigint
alter table `int_to_bigint` modify column `age` bigint

-- bigint -> int
alter table `bigint_to_int` modify column `age` int

-- int -> varchar
alter table `int_to_varchar` modify column `age` varchar(255)

-- decimal(10,2) -> decimal(12,4)
alter table `decimal_wider` modify column `price` decimal(12,4)

-- nullable true -> false
alter table `nullable_to_not_null` modify column `title` varchar(50) not null, algorithm=inplace, lock=none

-- nullable false -> true
alter table `not_null_to_nullable` modify column `title` varchar(50), algorithm=inplace, lock=none

-- default added
alter table `default_added` modify column `age` int default 7

-- enum value added
alter table `enum_value_added` modify column `status` enum('A','B','C')

-- enum value removed
alter table `enum_value_removed` modify column `status` enum('A','B')

-- index added
alter table `index_added` add index `ix_index_added` (`title`), algorithm=inplace, lock=none

-- index removed
alter table `index_removed` drop index `ix_index_removed`, algorithm=inplace, lock=none

-- columns of an index changed
alter table `index_columns` drop index `ix_index_columns`, algorithm=inplace, lock=none;
alter table `index_columns` add index `ix_index_columns` (`title`, `age`), algorithm=inplace, lock=none

-- named unique constraint added
alter table `unique_added` add unique index `uq_unique_added` (`title`), algorithm=inplace, lock=none

-- unique column added
alter table `unique_column` add unique index `UKh92jn8vnxj8nxxahpu1ri41tb` (`title`), algorithm=inplace, lock=none

-- unique constraint removed
alter table `unique_removed` drop index `uq_unique_removed`, algorithm=inplace, lock=none

-- foreign key added
alter table `fk_added` add constraint `fk_added` foreign key (`author_id`) references `author` (`id`)

-- foreign key removed
alter table `fk_removed` drop foreign key `fk_removed`;
alter table `fk_removed` drop index `fk_removed`, algorithm=inplace, lock=none

-- on delete of a foreign key changed
alter table `fk_on_delete` drop foreign key `fk_on_delete`;
alter table `fk_on_delete` add constraint `fk_on_delete` foreign key (`author_id`) references `author` (`id`) on delete cascade

-- check added
alter table `check_added` add constraint `ck_check_added` check (age > 0)

-- check removed
alter table `check_removed` drop check `ck_check_removed`

-- text of a check changed
alter table `check_text` drop check `ck_check_text`;
alter table `check_text` add constraint `ck_check_text` check (age > 1)

-- comment of a column
alter table `column_comment` modify column `age` int comment 'it''s the age'

-- comment of a table
alter table `table_comment` comment = 'it''s commented'

-- none

-- table that no model had

-- table dropped
drop table `table_dropped`

-- primary key int -> bigint
alter table `primary_key_type` modify column `id` bigint not null

-- table with names in quotes added
create table `Quoted_Added` (
    `id` bigint not null,
    `pagesOfBook` int not null,
    `Best Title` varchar(50),
    `Author_Id` bigint,
    primary key (`id`),
    index `Ix_Quoted` (`Best Title`),
    unique index `UKsnjf54m8qs3kyekb6ihf6c85` (`Best Title`)
);
alter table `Quoted_Added` add constraint `Fk_Quoted` foreign key (`Author_Id`) references `author` (`id`)

-- columns with names in quotes changed
alter table `Quoted_Column` rename column `Old Title` to `New Title`;
alter table `Quoted_Column` modify column `kept Title` varchar(60);
alter table `Quoted_Column` add column `moreText` varchar(255) after `kept Title`, algorithm=instant
