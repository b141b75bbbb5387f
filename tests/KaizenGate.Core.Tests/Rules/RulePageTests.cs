using System.Globalization;
using System.Reflection;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>Each rule has one page, with generated facts and tested examples.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_has_its_page_and_every_page_its_rule()
    {
        var pages = Directory
            .EnumerateFiles(RulePage.Folder, "KZ*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);

        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), pages);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_file_and_class_of_its_name(string id)
    {
        var rule = Find(id);
        var words = rule.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        var name = string.Concat(words);
        var file = Repository.PathOf("src", "KaizenGate.Core", "Rules", $"{rule.Stage}", $"{name}.cs");
        Assert.True(File.Exists(file), $"{file} is missing");

        var type = typeof(Rule).Assembly.GetType($"KaizenGate.Core.Rules.{rule.Stage}.{name}");
        var property = type?.GetProperty("Rule", BindingFlags.Public | BindingFlags.Static);
        Assert.Same(rule, property?.GetValue(null));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_required_headings(string id)
    {
        var rule = Find(id);
        var isError = rule.DefaultSeverity is Severity.Error;
        string?[] expected =
        [
            $"# {rule.Id} {rule.Name}",
            "## Why it matters",
            isError ? "## What fails the gate" : "## What it reports",
            "## What passes",
            rule.Guard is null ? null : "## When it is not evaluated",
            "## What to do",
            rule.Parameters.Length + rule.Lists.Length > 0 ? "## Settings" : null,
        ];

        Assert.Equal(expected.OfType<string>(), RulePage.Read(rule).Headings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_a_bad_and_a_good_example(string id)
    {
        var kinds = RulePage.Read(Find(id)).Examples.Select(example => example.Kind).ToList();

        Assert.Contains(ExampleKind.Bad, kinds);
        Assert.Contains(ExampleKind.Good, kinds);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_examples_of_a_page_have_the_stated_results(string id)
    {
        var rule = Find(id);
        foreach (var example in RulePage.Read(rule).Examples)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"docs/rules/{id}.md:{example.PageLine}");
            var found = example.Run(rule);
            Assert.True(
                example.Expected.SequenceEqual(found),
                $"{place}: expected\n{string.Join('\n', example.Expected)}\nbut found\n{string.Join('\n', found)}"
            );
            Assert.True(found.IsEmpty == example.Kind is ExampleKind.Good, $"{place} is not {example.Kind}");
            Assert.True(
                example.Kind is not ExampleKind.NotEvaluated
                    || found.All(line => line.StartsWith("not evaluated", StringComparison.Ordinal)),
                $"{place} is evaluated"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_facts_on_a_page_are_those_of_the_rule(string id)
    {
        var rule = Find(id);
        GeneratedPart.Verify(
            RulePage.PathOf(rule),
            "<!-- generated from the rule: do not edit -->",
            "<!-- /generated -->",
            RuleFacts.Of(rule)
        );
    }

    [Fact]
    public void The_index_of_the_pages_lists_the_rules() =>
        GeneratedPart.Verify(
            Path.Combine(RulePage.Folder, "README.md"),
            "<!-- rules -->",
            "<!-- /rules -->",
            RuleFacts.Table()
        );

    private static Rule Find(string id) => RuleCatalog.Find(id)!;
}
