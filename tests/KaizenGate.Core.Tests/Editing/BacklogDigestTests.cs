using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Tests.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class BacklogDigestTests
{
    private const string Before = """
        # Improvements

        ## High Priority

        ### [A-1] Cache the fonts

        - **Impact:** 8/10
        - **Owner:** Ada
        - [ ] Measure first

        ### [A-2] Split the build
        """;

    [Theory]
    [InlineData("Cache the fonts", "Cache all fonts")]
    [InlineData("8/10", "8")]
    [InlineData("8/10", "4/5")]
    [InlineData("Owner", "Assigned To")]
    [InlineData("Ada", "Bea")]
    [InlineData("- **Owner:** Ada\n", "")]
    [InlineData("[ ] Measure", "[x] Measure")]
    [InlineData("- [ ] Measure first\n", "")]
    [InlineData("High Priority", "Low Priority")]
    [InlineData("High Priority", "Completed")]
    [InlineData("### [A-1] Cache", "### [A-1] ✅ Cache")]
    [InlineData("### [A-2]", "- [ ] [A-1] Cache the fonts\n\n### [A-2]")]
    [InlineData("[A-1]", "[A-3]")]
    public void A_change_of_an_improvement_is_found(string old, string now)
    {
        Assert.Equal("A-1", Change(old, now));
        Assert.Equal("A-1", Change(old, now, "A-2"));
    }

    [Theory]
    [InlineData("# Improvements", "# Improvements of the team\n\nAbout it.")]
    [InlineData("### [A-1]", "\n###   [A-1]")]
    public void Another_place_is_not_a_change(string old, string now) => Assert.Null(Change(old, now));

    [Fact]
    public void The_edited_improvements_are_left_out() =>
        Assert.Null(Change("Cache the fonts", "Cache all fonts", "A-1"));

    [Fact]
    public void A_missing_and_a_new_improvement_are_changes()
    {
        Assert.Equal("A-2", Change("### [A-2] Split the build", ""));
        Assert.Equal("A-3", Change("Split the build", "Split the build\n\n### [A-3] Drop the fonts"));
    }

    private static string? Change(string old, string now, params string[] edited)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        var after = Before.Replace(old, now, StringComparison.Ordinal);
        return new BacklogDigest(Md.Read(Before)).OtherChange(
            new BacklogDigest(Md.Read(after)),
            edited.ToHashSet(StringComparer.Ordinal)
        );
    }
}
