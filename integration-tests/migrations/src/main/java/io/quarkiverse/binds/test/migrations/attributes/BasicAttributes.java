package io.quarkiverse.binds.test.migrations.attributes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.Nationalized;

import io.quarkiverse.binds.RenamedFrom;

/** Basic types, with an id of the database. */
@MappedSuperclass
public abstract class BasicAttributes {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public boolean aBoolean;
    public Boolean aBooleanObject;
    public byte aByte;
    public short aShort;
    public int anInt;
    public Integer anInteger;
    public long aLong;
    public float aFloat;
    public double aDouble;
    public char aChar;

    public String text;

    @Column(length = 50, nullable = false)
    public String shortText;

    @Column(length = 100_000)
    public String longerText;

    @Column(length = 20_000_000)
    public String longestText;

    @Nationalized
    public String nationalText;

    public char[] characters;

    public BigDecimal aDecimal;

    @Column(precision = 10, scale = 2)
    public BigDecimal money;

    @Column(precision = 12)
    public BigDecimal whole;

    public BigInteger bigInteger;

    public byte[] someBytes;

    @Column(length = 70_000)
    public byte[] moreBytes;

    public UUID uuid;
    public URL link;
    public Class<?> aClass;
    public Currency currency;
    public Locale locale;
    public TimeZone timeZone;
    public ZoneId zoneId;
    public InetAddress address;

    @Column(name = "`mixedCase`")
    public String quoted;

    @Column(name = "`group`")
    public String keyword;

    @Column(unique = true)
    @RenamedFrom("short_code")
    public String code;

    @Column(nullable = false, comment = "as it is called")
    public String commented;
}
