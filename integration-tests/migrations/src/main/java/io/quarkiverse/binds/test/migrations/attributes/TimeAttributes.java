package io.quarkiverse.binds.test.migrations.attributes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;

import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.UpdateTimestamp;

/** Types of times, with an id of a sequence. */
@MappedSuperclass
public abstract class TimeAttributes {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "att_time_ids")
    @SequenceGenerator(name = "att_time_ids", sequenceName = "att_time_ids", initialValue = 100, allocationSize = 20)
    public Long id;

    public LocalDate aLocalDate;
    public LocalTime aLocalTime;

    @Column(secondPrecision = 3)
    public LocalTime preciseTime;

    public LocalDateTime aLocalDateTime;

    @Column(secondPrecision = 0)
    public LocalDateTime seconds;

    @Column(secondPrecision = 3)
    public LocalDateTime milliseconds;

    public Instant instant;
    public OffsetDateTime offsetDateTime;
    public OffsetTime offsetTime;
    public ZonedDateTime zonedDateTime;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    public OffsetDateTime withZoneColumn;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    public OffsetDateTime normalized;

    public ZoneOffset zoneOffset;
    public Duration duration;
    public Year aYear;
    public java.sql.Timestamp sqlTimestamp;

    @Temporal(TemporalType.DATE)
    public Date aDate;

    @Temporal(TemporalType.TIME)
    public Date aTime;

    public Calendar calendar;

    @CreationTimestamp
    public Instant created;

    @UpdateTimestamp
    public LocalDateTime updated;
}
