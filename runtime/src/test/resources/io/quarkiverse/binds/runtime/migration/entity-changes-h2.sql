-- table added
create sequence table_added_seq start with 1 increment by 50;
create table table_added (
    id bigint not null,
    title character varying(50) not null,
    author_id bigint not null,
    primary key (id),
    constraint table_added_title_key unique (title)
);
alter table table_added add constraint fkk762vdnvbqhums0p61wtig9ws foreign key (author_id) references author (id)

-- table renamed
alter table table_renamed_before rename to table_renamed;
alter table table_renamed drop constraint fkd6r601kmpbhjuijrmbrw84atj;
alter table table_renamed add constraint fk2be7f8xmyvxsf64e6cs727rok foreign key (author_id) references author (id)

-- column added, nullable
alter table column_added add column price numeric(10, 2)

-- column added, NOT NULL
alter table column_added_not_null add column price numeric(10, 2) not null

-- column dropped
alter table column_dropped drop column age

-- NOT NULL column dropped
alter table not_null_column_dropped drop column age

-- column renamed
alter table column_renamed alter column title rename to caption

-- varchar(50) -> varchar(100)
alter table varchar_longer alter column title character varying(100) null

-- varchar(100) -> varchar(50)
alter table varchar_shorter alter column title character varying(50) null

-- varchar -> text
alter table varchar_to_text alter column title character large object null

-- int -> bigint
alter table int_to_bigint alter column age bigint null

-- bigint -> int
alter table bigint_to_int alter column age integer null

-- int -> varchar
alter table int_to_varchar alter column age character varying(255) null

-- decimal(10,2) -> decimal(12,4)
alter table decimal_wider alter column price numeric(12, 4) null

-- nullable true -> false
alter table nullable_to_not_null alter column title character varying(50) not null

-- nullable false -> true
alter table not_null_to_nullable alter column title character varying(50) null

-- default added
alter table default_added alter column age integer default 7 null

-- enum value added
alter table enum_value_added alter column status enum('A', 'B', 'C') null

-- enum value removed
alter table enum_value_removed alter column status enum('A', 'B') null

-- index added
create index ix_index_added on index_added (title)

-- index removed
drop index ix_index_removed

-- columns of an index changed
drop index ix_index_columns;
create index ix_index_columns on index_columns (title, age)

-- named unique constraint added
alter table unique_added add constraint uq_unique_added unique (title)

-- unique column added
alter table unique_column add constraint unique_column_title_key unique (title)

-- unique constraint removed
alter table unique_removed drop constraint if exists uq_unique_removed;
drop index if exists uq_unique_removed

-- foreign key added
alter table fk_added add constraint fk_added foreign key (author_id) references author (id)

-- foreign key removed
alter table fk_removed drop constraint fk_removed

-- on delete of a foreign key changed
alter table fk_on_delete drop constraint fk_on_delete;
alter table fk_on_delete add constraint fk_on_delete foreign key (author_id) references author (id) on delete cascade

-- check added
alter table check_added add constraint ck_check_added check (age > 0)

-- check removed
alter table check_removed drop constraint ck_check_removed

-- text of a check changed
alter table check_text drop constraint ck_check_text;
alter table check_text add constraint ck_check_text check (age > 1)

-- comment of a column
comment on column column_comment.age is 'it''s the age'

-- comment of a table
comment on table table_comment is 'it''s commented'

-- none

-- table that no model had

-- table dropped
drop table table_dropped

-- primary key int -> bigint
alter table primary_key_type alter column id bigint not null

-- table with names in quotes added
create table "Quoted_Added" (
    id bigint not null,
    pagesofbook integer not null,
    "Best Title" character varying(50),
    "Author_Id" bigint,
    primary key (id),
    constraint "Quoted_Added_Best Title_key" unique ("Best Title")
);
create index "Ix_Quoted" on "Quoted_Added" ("Best Title");
alter table "Quoted_Added" add constraint fk_quoted foreign key ("Author_Id") references author (id)

-- columns with names in quotes changed
alter table "Quoted_Column" alter column "Old Title" rename to "New Title";
alter table "Quoted_Column" alter column "kept Title" character varying(60) null;
alter table "Quoted_Column" add column "moreText" character varying(255) before "New Title"
