using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("peple", "people")]
    [InlineData("poeple", "people")]
    [InlineData("PEOPLE", "people")]
    [InlineData("fail-on", "failOn")]
    [InlineData("windowsWeeks", "windowWeeks")]
    [InlineData("rootless", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_at_most_a_third_away(string given, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(given, ["people", "failOn", "windowWeeks", "root"]));

    [Theory]
    [InlineData("KZ31", "KZ301")]
    [InlineData("kz301", "KZ301")]
    [InlineData("KZ302", null)]
    public void An_id_with_other_digits_is_another_id(string given, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(given, ["KZ301", "KZ901"]));

    [Fact]
    public void The_nearest_of_two_similar_names_is_suggested() =>
        Assert.Equal("archived", NearestName.Of("archivedd", ["archive", "archived"]));
}
