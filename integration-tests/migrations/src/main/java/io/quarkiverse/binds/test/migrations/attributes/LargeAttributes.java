package io.quarkiverse.binds.test.migrations.attributes;

import java.sql.Blob;
import java.sql.Clob;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkiverse.binds.RenamedFrom;

/** Lobs, JSON and arrays, with a UUID as id. */
@MappedSuperclass
public abstract class LargeAttributes {

    /** Stored as JSON. */
    @Embeddable
    public static class Details {

        public String name;

        @Column(nullable = false)
        public int size;
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;

    @Lob
    public String lobText;

    @Lob
    public byte[] lobBytes;

    public Clob aClob;
    public Blob aBlob;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String long32;

    @Column(length = Length.LONG32)
    public String byLength;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> mapAsJson;

    @JdbcTypeCode(SqlTypes.JSON)
    @RenamedFrom("info")
    public Details details;

    public String[] textArray;
    public int[] numbers;
    public List<Integer> listOfNumbers;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36)
    public UUID uuidAsText;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 16)
    public byte[] fixedBytes;

    @Column(columnDefinition = "text")
    public String textOfDefinition;
}
