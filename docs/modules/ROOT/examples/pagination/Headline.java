package org.acme.pages;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Headline {

    @Id
    @GeneratedValue
    public Long id;

    public String title;
}
