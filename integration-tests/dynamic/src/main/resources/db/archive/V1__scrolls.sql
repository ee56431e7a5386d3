create table scroll (
    id bigint not null auto_increment primary key,
    text varchar(255) not null
);
