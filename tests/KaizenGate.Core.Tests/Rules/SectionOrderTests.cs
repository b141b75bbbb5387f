using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The order of sections is a matter of taste, so no rule may depend on it.</summary>
public class SectionOrderTests
{
    /// <summary>Those that name the first of several, or those beyond a number, are about the order itself.</summary>
    private static readonly string[] AboutOrder = ["KZ106", "KZ203", "KZ309", "KZ901"];

    [Fact]
    public void The_order_of_the_sections_does_not_change_what_is_found() =>
        Gen.Select(Items.Array[0, 6].Array[1, 4], Gen.Int[0, 23])
            .Sample(
                (sections, seed) =>
                {
                    var named = sections
                        .Select((items, number) => items.Select((item, at) => Placed(item, number, at)).ToArray())
                        .ToArray();
                    var shuffled = named.ToArray();
                    new Random(seed).Shuffle(shuffled);

                    Assert.Equal(Findings(named), Findings(shuffled));
                }
            );

    private static Gen<Improvement> Items { get; } =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Enum<Status>(), Gen.Bool, Gen.Bool)
            .Select(
                (impact, effort, status, hasScore, hasContext) =>
                    Sample.Item("", impact == 0 ? null : impact, effort == 0 ? null : effort, status) with
                    {
                        WrittenScore = hasScore ? Sample.Written(impact * (11.0 - effort)) : null,
                        ExpectedOutcome = hasContext ? Sample.Written("better") : null,
                    }
            );

    private static Improvement Placed(Improvement item, int section, int at) =>
        item with
        {
            Title = $"Section {section} item {at}",
            Section = new Section($"Section {section}", 2, SourceSpan.FileStart, (Priority)(section % 3), null),
        };

    private static List<string> Findings(Improvement[][] sections)
    {
        var backlog = Sample.Backlog(sections.SelectMany(items => items));
        return
        [
            .. from rule in RuleCatalog.All
            where !AboutOrder.Contains(rule.Id)
            from result in Sample.Check(rule, backlog)
            let text = result is Violation found ? $"{found.Item?.Title} {found.Severity}" : $"{result}"
            orderby rule.Id, text
            select $"{rule.Id} {text}",
        ];
    }
}
