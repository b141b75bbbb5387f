using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

public sealed class ScoreBasisTests
{
    /// <summary>The score from words is 8 × (11 − 2) = 72, high; the label says medium and the section low.</summary>
    [Theory]
    [InlineData(true, true, Priority.Medium)]
    [InlineData(false, true, Priority.Low)]
    [InlineData(false, false, Priority.High)]
    internal void Without_numbers_the_label_precedes_the_section_and_that_the_score(
        bool hasLabel,
        bool hasSection,
        Priority expected
    )
    {
        var item = Sample.Item("a", 8, 2);
        item = item with
        {
            Impact = item.Impact! with { Origin = ValueOrigin.Inferred },
            WrittenPriority = hasLabel ? Sample.Written(Priority.Medium) : null,
            Section = hasSection ? new Section("Low Priority", 2, SourceSpan.FileStart, Priority.Low, null) : null,
        };

        Assert.Equal(expected, ScoreBasis.PriorityOf(item, Scoring.Default));
    }
}
