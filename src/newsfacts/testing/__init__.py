"""The conformance kit: what authors of extractors test against (extra: `newsfacts[testing]`)."""
