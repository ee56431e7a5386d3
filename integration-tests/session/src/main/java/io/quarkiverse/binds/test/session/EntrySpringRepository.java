package io.quarkiverse.binds.test.session;

import org.springframework.data.jpa.repository.JpaRepository;

/** Spring Data repository, implemented by Quarkus. */
public interface EntrySpringRepository extends JpaRepository<Entry, Long> {

    long countByText(String text);
}
