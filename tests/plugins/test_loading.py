"""What becomes of installed plugins at load: each failure has its message and costs only itself."""

from typing import ClassVar

import attrs
import pytest

from newsfacts import (
    Casualty,
    Extractor,
    Fact,
    PluginLoadError,
    ResolutionRule,
    hookimpl,
    load_plugins,
)

from .conftest import HEALTHY, Site


class Plugin:
    """A plugin made of what it is given."""

    def __init__(self, *extractors, types=(), rules=()):
        self.given = (extractors, types, rules)

    @hookimpl
    def newsfacts_extractors(self):
        return self.given[0]

    @hookimpl
    def newsfacts_fact_types(self):
        return self.given[1]

    @hookimpl
    def newsfacts_resolution_rules(self):
        return self.given[2]


def extractor(name, **fields):
    """An extractor that finds nothing."""
    made = type(name, (Extractor,), {"name": name, **fields})()
    made.extract = lambda article, context: ()
    return made


def load(**plugins):
    """Load these plugins and no others."""
    return load_plugins(extra=plugins, discover=False)


def names(plugins):
    """The extractors in running order."""
    return [each.name for each in plugins.extractors]


# --- installed distributions ----------------------------------------------------------------------


def test_installed_plugin_is_found(site: Site):
    """An entry point of the group is all it takes; the report says what came from where."""
    site.healthy()
    assert site.run("say([attrs.asdict(p) for p in loaded().report.plugins if not p.blocked])"
                    .replace("attrs", "__import__('attrs')")) == [
        {
            "name": "healthy", "distribution": "newsfacts-healthy", "version": "0.2",
            "extractors": ["deaths"], "provides": ["casualties"], "groups": [],
            "blocked": False, "errors": [],
        }
    ]  # fmt: skip
    assert site.works()


def test_broken_import(site: Site):
    """A plugin that cannot be imported is reported with the reason; the rest works."""
    site.healthy()
    site.plugin("broken", "import nowhere_to_be_found")
    assert site.errors() == {
        "broken": [
            "plugin 'broken' (newsfacts-broken 0.2) could not be imported:"
            " ModuleNotFoundError: No module named 'nowhere_to_be_found'"
        ]
    }
    assert site.works()


def test_syntax_error(site: Site):
    """So is one that is no Python."""
    site.healthy()
    site.plugin("broken", "def f(:")
    (message,) = site.errors()["broken"]
    assert "could not be imported: SyntaxError" in message
    assert site.works()


def test_entry_point_to_nothing(site: Site):
    """So is one whose entry point names an object that its module lacks."""
    site.healthy()
    site.distribution("newsfacts-lost", "3", {"lost": "healthy_plugin:nothing"})
    (message,) = site.errors()["lost"]
    assert "plugin 'lost' (newsfacts-lost 3) could not be imported: AttributeError" in message
    assert site.works()


@pytest.mark.parametrize(
    "listed", [b"[newsfacts]\nno equals sign\n", b"[newsfacts]\n\xff\xfe = x\n"]
)
def test_unreadable_entry_points(site: Site, listed: bytes):
    """A distribution whose list of entry points is damaged is reported by name; the rest works."""
    site.healthy()
    site.distribution("damaged", "1", {})
    (site.folder / "damaged-1.dist-info" / "entry_points.txt").write_bytes(listed)
    (message,) = site.errors()["damaged"]
    assert message.startswith("the entry points of damaged 1 cannot be read: ")
    assert site.works()


def test_distribution_without_metadata(site: Site):
    """A plugin whose distribution has lost its name and version works, without them."""
    site.healthy()
    site.plugin("bare", HEALTHY.replace("deaths", "burials").replace("died", "buried"))
    (site.folder / "newsfacts_bare-0.2.dist-info" / "METADATA").unlink()
    assert site.errors() == {}
    assert site.run(
        "say([[p.name, p.distribution, p.extractors] for p in loaded().report.plugins"
        " if p.name not in OURS])"
    ) == [["bare", None, ["burials"]], ["healthy", "newsfacts-healthy", ["deaths"]]]
    assert site.works()


def test_misspelt_hook(site: Site):
    """A hook that does not exist is an error that names it and the hooks there are."""
    site.healthy()
    site.plugin("typo", HEALTHY.replace("newsfacts_extractors", "newsfacts_extractor"))
    (message,) = site.errors()["typo"]
    assert message.startswith(
        "plugin 'typo' (newsfacts-typo 0.2): unknown hook 'newsfacts_extractor'; the hooks are "
    )
    assert "newsfacts_extractors" in message
    assert str(site.folder) not in message
    assert site.works()


def test_wrong_argument(site: Site):
    """A hook with an argument that it is not given is an error that names it."""
    site.healthy()
    site.plugin("typo", HEALTHY.replace("newsfacts_extractors()", "newsfacts_extractors(conf)"))
    (message,) = site.errors()["typo"]
    assert "plugin 'typo' (newsfacts-typo 0.2) could not be registered" in message
    assert "conf" in message
    assert "\n" not in message
    assert site.works()


def test_plugin_without_hooks(site: Site):
    """Functions that are not marked are no hooks; a plugin with none says what is missing."""
    site.healthy()
    site.plugin("mute", HEALTHY.replace("@hookimpl", ""))
    assert site.errors() == {
        "mute": [
            "plugin 'mute' (newsfacts-mute 0.2) implements no hook;"
            " its functions need @newsfacts.hookimpl"
        ]
    }
    assert site.works()


def test_two_plugins_with_one_name(site: Site):
    """The one from the distribution that sorts first is kept; the message names both."""
    site.healthy()
    site.module("another", HEALTHY)
    site.distribution("newsfacts-another", "9.1", {"healthy": "another"})
    assert site.errors() == {
        "healthy": [
            "two plugins are named 'healthy': plugin 'healthy' (newsfacts-another 9.1) is kept,"
            " that of newsfacts-healthy 0.2 is dropped"
        ]
    }
    assert site.works()


def test_one_module_under_two_names(site: Site):
    """A module registers once; its second name is reported."""
    site.healthy()
    site.distribution("newsfacts-twin", "1", {"twin": "healthy_plugin"})
    assert site.errors() == {
        "twin": [
            "plugin 'twin' (newsfacts-twin 1) is the same object as plugin 'healthy'"
            " (newsfacts-healthy 0.2)"
        ]
    }
    assert site.works()


def test_two_extractors_with_one_name(site: Site):
    """The first plugin's extractor is kept; the message names both plugins."""
    site.healthy()
    site.plugin("other", HEALTHY.replace("Deaths", "MoreDeaths"))
    assert site.errors() == {
        "other": [
            "extractor 'deaths' is registered by plugin 'healthy' (newsfacts-healthy 0.2) and by"
            " plugin 'other' (newsfacts-other 0.2); the first is kept"
        ]
    }
    assert site.works()


def test_hook_that_raises(site: Site):
    """A registering hook that raises costs its own plugin what it would have registered."""
    site.healthy()
    source = HEALTHY.replace("return [Deaths()]", "raise OSError('no disk')")
    site.plugin("sick", source)
    assert site.errors() == {
        "sick": [
            "plugin 'sick' (newsfacts-sick 0.2): newsfacts_extractors() raised OSError: no disk"
        ]
    }
    assert site.works()


@pytest.mark.parametrize("error", ["KeyboardInterrupt", "SystemExit"])
def test_interrupt_while_importing(site: Site, error: str):
    """Who interrupts the program interrupts it, also while a plugin is being imported."""
    site.plugin("slow", f"raise {error}()")
    assert (
        site.run(
            f"""
        try:
            loaded()
        except {error}:
            say("passed through")
        """
        )
        == "passed through"
    )


def test_blocking_a_plugin(site: Site):
    """A blocked plugin is not even imported, and the report says so."""
    site.healthy()
    site.plugin("broken", "import nowhere_to_be_found")
    assert site.run(
        """
        report = loaded(block=["broken"]).report
        say([[p.name, p.blocked, p.errors] for p in report.plugins if p.name not in OURS])
        """
    ) == [["broken", True, []], ["healthy", False, []]]


def test_blocking_an_extractor(site: Site):
    """A blocked extractor does not run; what else its plugin brings stays."""
    site.healthy()
    source = HEALTHY.replace("deaths", "burials").replace("died", "buried")
    site.module(
        "burials",
        source.replace("return [Deaths()]", "return [Deaths(), Second()]")
        + "\n    class Second(Deaths):\n        name = 'graves'\n",
    )
    site.distribution("newsfacts-burials", "1", {"burials": "burials"})
    assert site.run("say([e.name for e in loaded(block=['burials']).extractors])") == ["deaths"]
    assert site.run("say([e.name for e in loaded(block=['graves']).extractors])") == [
        "burials", "deaths",
    ]  # fmt: skip


def test_installation_order_makes_no_difference(tmp_path):
    """Folders, order of installation and hash seed change neither order nor record."""
    sources = {
        "alpha": HEALTHY.replace("deaths", "zeta").replace('"casualties",', '"a",'),
        "beta": HEALTHY.replace("deaths", "eta").replace('"casualties",', '"b",'),
        "gamma": HEALTHY.replace("deaths", "theta").replace("provides", "uses = ('b',)\n        x"),
    }
    seen = set()
    for number, order in enumerate((["alpha", "beta", "gamma"], ["gamma", "beta", "alpha"])):
        folder = tmp_path / f"site{number}"
        folder.mkdir()
        site = Site(folder)
        for name in order:
            site.plugin(name, sources[name])
        for seed in ("0", "7"):
            seen.add(
                site.run(
                    """
                    plugins = loaded()
                    record = Pipeline(plugins=plugins).extract("Two men died. A woman died.")
                    say(repr([e.name for e in plugins.extractors]) + record.to_json())
                    """,
                    hash_seed=seed,
                )
            )
    assert len(seen) == 1
    assert seen.pop().startswith("['eta', 'theta', 'zeta']")


def test_importing_loads_no_plugin(site: Site):
    """`import newsfacts` imports no plugin; the first load does."""
    site.healthy()
    assert site.run("say('healthy_plugin' in sys.modules)") is False
    assert site.run("loaded(); say('healthy_plugin' in sys.modules)") is True


# --- what an extractor says of itself -------------------------------------------------------------


def test_running_order():
    """Providers run before those that require or use what they provide; ties go by name."""
    plugins = load(
        x=Plugin(
            extractor("d", provides=("dates",)),
            extractor("a", requires=("meetings",)),
            extractor("c", provides=("meetings",), uses=("dates", "nobody.has.this")),
            extractor("b"),
        )
    )
    assert plugins.report.errors == ()
    assert names(plugins) == ["b", "d", "c", "a"]


def test_cycle_of_two_extractors():
    """Extractors that wait for each other are both dropped; the message names both plugins."""
    plugins = load(
        one=Plugin(extractor("egg", provides=("eggs",), uses=("hens",))),
        two=Plugin(extractor("hen", provides=("hens",), requires=("eggs",)), extractor("cock")),
    )
    message = (
        "extractors wait for each other: 'egg' of plugin 'one' -> 'hen' of plugin 'two'; dropped"
    )
    assert plugins.report.errors == (message, message)
    assert names(plugins) == ["cock"]


def test_dependent_of_a_cycle():
    """What requires a dropped extractor is dropped too, and says why; what uses it stays."""
    plugins = load(
        one=Plugin(extractor("egg", provides=("eggs",), uses=("hens",))),
        two=Plugin(extractor("hen", provides=("hens",), uses=("eggs",))),
        three=Plugin(extractor("soup", requires=("hens",)), extractor("cook", uses=("hens",))),
    )
    assert names(plugins) == ["cook"]
    assert plugins.report.plugins[1].errors == (
        "extractor 'soup' of plugin 'three' requires 'hens', which no loaded plugin provides",
    )


def test_own_capability_is_no_cycle():
    """An extractor may use what it provides itself: others may provide it too."""
    plugins = load(one=Plugin(extractor("x", provides=("times",), uses=("times",))))
    assert plugins.report.errors == ()
    assert names(plugins) == ["x"]


def test_unmet_requirement():
    """A requirement that nobody provides drops the extractor and names its plugin."""
    plugins = load(one=Plugin(extractor("x", requires=("gods", "ghosts")), extractor("y")))
    assert plugins.report.errors == (
        "extractor 'x' of plugin 'one' requires 'ghosts', 'gods', which no loaded plugin provides",
    )
    assert names(plugins) == ["y"]


def test_unmet_requirements_are_followed():
    """What required the dropped one is dropped as well, in turn."""
    plugins = load(
        one=Plugin(
            extractor("x", requires=("gods",), provides=("luck",)),
            extractor("y", requires=("luck",)),
        )
    )
    assert names(plugins) == []
    assert len(plugins.report.errors) == 2


@pytest.mark.parametrize("version", [0, 2, None, "1"])
def test_wrong_api_version(version):
    """An extractor written for another interface is refused by name."""
    plugins = load(one=Plugin(extractor("old", api_version=version), extractor("new")))
    assert plugins.report.errors == (
        f"plugin 'one': extractor 'old' was written for api_version {version!r};"
        " this newsfacts has 1",
    )
    assert names(plugins) == ["new"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (object(), "is no extractor: it has no name"),
        (extractor(""), "is no extractor: it has no name"),
        (extractor("x", cues="died"), "extractor 'x': cues must be a tuple of words, not 'died'"),
        (extractor("x", provides=(1,)), "extractor 'x': provides must be a tuple of words"),
    ],
)
def test_no_extractor(wrong, message):
    """What is no extractor is refused, and the message says what it lacks."""
    plugins = load(one=Plugin(wrong, extractor("good")))
    (error,) = plugins.report.errors
    assert error.startswith("plugin 'one': ")
    assert message in error
    assert names(plugins) == ["good"]


# --- fact types and rules -------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Strike(Fact):
    """A strike of workers."""

    group: ClassVar[str] = "strikes"


@attrs.frozen(kw_only=True)
class Walkout(Fact):
    """Also one."""

    group: ClassVar[str] = "strikes"


def test_duplicate_group():
    """A group has one class; the second plugin is refused, naming the first."""
    plugins = load(one=Plugin(types=[Strike]), two=Plugin(types=[Walkout]))
    assert plugins.report.errors == (
        "plugin 'two': group 'strikes' already belongs to plugin 'one'",
    )
    assert plugins.fact_types["strikes"] is Strike


def test_group_of_the_core():
    """The groups of the core are taken."""

    @attrs.frozen(kw_only=True)
    class Mine(Casualty):
        pass

    plugins = load(one=Plugin(types=[Mine]))
    assert plugins.report.errors == (
        "plugin 'one': group 'casualties' already belongs to the core",
    )
    assert plugins.fact_types["casualties"] is Casualty


@pytest.mark.parametrize("wrong", [Fact, dict, "Strike", None])
def test_no_fact_class(wrong):
    """What is no Fact class with a group of its own is refused."""
    plugins = load(one=Plugin(types=[wrong, Strike]))
    (message,) = plugins.report.errors
    assert "is no Fact class with a group" in message
    assert "strikes" in plugins.fact_types


def test_rule_order():
    """Rules run where they say: after these, before those, whoever brings them."""
    rules = {
        name: ResolutionRule(name, lambda draft: draft, after=after, before=before)
        for name, after, before in [
            ("late", ("publication", "early"), ()),
            ("early", (), ("agencies",)),
            ("free", ("a rule that nobody has",), ()),
        ]
    }
    plugins = load(
        one=Plugin(rules=[rules["late"], rules["free"]]), two=Plugin(rules=[rules["early"]])
    )
    assert plugins.report.errors == ()
    order = [rule.name for rule in plugins.rules]
    assert order.index("early") < order.index("agencies")
    assert order.index("publication") < order.index("late")
    assert order.index("early") < order.index("late")


def test_two_rules_with_one_name():
    """The second is refused; the first runs."""
    first, second = (ResolutionRule("mine", lambda draft: draft) for _ in range(2))
    plugins = load(one=Plugin(rules=[first]), two=Plugin(rules=[second]))
    assert plugins.report.errors == ("plugin 'two': two resolution rules are named 'mine'",)
    assert [rule for rule in plugins.rules if rule.name == "mine"] == [first]


def test_rules_that_wait_for_each_other():
    """The rule that closes the circle is refused, and the message shows the circle."""
    one = ResolutionRule("one", lambda draft: draft, after=("two",))
    two = ResolutionRule("two", lambda draft: draft, after=("one",))
    plugins = load(a=Plugin(rules=[one]), b=Plugin(rules=[two]))
    (message,) = plugins.report.errors
    assert message.startswith("plugin 'b': resolution rules wait for each other: ")
    assert "one -> two" in message or "two -> one" in message
    assert one in plugins.rules
    assert two not in plugins.rules


@pytest.mark.parametrize("wrong", [None, "rule", lambda draft: draft])
def test_no_rule(wrong):
    """What is no rule is refused, and the plugin's other rules stay."""
    good = ResolutionRule("good", lambda draft: draft)
    plugins = load(one=Plugin(rules=[wrong, good]))
    assert len(plugins.report.errors) == 1
    assert good in plugins.rules


# --- the report -----------------------------------------------------------------------------------


def test_report_can_raise():
    """`raise_errors` turns what was not loaded into an exception, and is silent otherwise."""
    load(one=Plugin(extractor("x"))).report.raise_errors()
    broken = load(one=Plugin(extractor("x", api_version=9)))
    with pytest.raises(PluginLoadError, match="api_version 9"):
        broken.report.raise_errors()


def test_report_is_sorted():
    """Plugins stand in the report by name, whatever the order in which they were given."""
    report = load(b=Plugin(), a=Plugin(), c=Plugin()).report
    assert [status.name for status in report.plugins] == ["a", "b", "c"]
