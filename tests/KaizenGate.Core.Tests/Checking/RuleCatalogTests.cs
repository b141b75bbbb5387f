using System.Globalization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Checking;

public class RuleCatalogTests
{
    [Fact]
    public void The_rules_are_in_the_order_of_their_ids_each_once()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void No_two_rules_share_a_name() =>
        Assert.Equal(RuleCatalog.All.Length, RuleCatalog.All.Select(rule => rule.Name).Distinct().Count());

    [Fact]
    public void The_first_digit_of_an_id_is_its_stage()
    {
        foreach (var rule in RuleCatalog.All)
        {
            var hundreds = int.Parse(rule.Id[2..], CultureInfo.InvariantCulture) / 100;
            Assert.Equal(hundreds is 9 ? Stage.Integrity : (Stage)(hundreds - 1), rule.Stage);
        }
    }

    [Fact]
    public void The_default_of_a_threshold_lies_in_its_range() =>
        Assert.All(
            RuleCatalog.All.SelectMany(rule => rule.Parameters),
            parameter => Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum)
        );

    [Fact]
    public void The_default_of_a_list_is_among_the_words_that_it_accepts() =>
        Assert.All(
            RuleCatalog.All.SelectMany(rule => rule.Lists),
            list => Assert.Empty(list.Default.Except(list.Allowed))
        );

    [Fact]
    public void An_unknown_word_finds_no_rule() => Assert.Null(RuleCatalog.Find("KZ000"));

    [Fact]
    public void The_baseline_command_remedies_obsolete_entries_and_nothing_else() =>
        Assert.Equal(["KZ907"], RuleCatalog.FixedBy(FixingCommand.Baseline).Select(rule => rule.Id));

    [Theory]
    [InlineData("KZ901")]
    [InlineData("kz901")]
    [InlineData("Duplicate-Id")]
    public void A_rule_is_found_by_id_or_name_in_any_case(string word) =>
        Assert.Equal("KZ901", RuleCatalog.Find(word)?.Id);
}
