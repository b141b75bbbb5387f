using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public class RecentTextsTests
{
    [Fact]
    public void Equal_short_texts_are_one_string()
    {
        var line = "Done, To Do, Done";

        var first = RecentTexts.Of(line.AsSpan(0, 4));
        var other = RecentTexts.Of(line.AsSpan(6, 5));
        var again = RecentTexts.Of(line.AsSpan(13));

        Assert.Equal("Done", first);
        Assert.Equal("To Do", other);
        Assert.Same(first, again);
    }

    [Fact]
    public void Any_number_of_texts_are_returned_as_they_are()
    {
        string[] texts = [.. Enumerable.Range(0, 3000).Select(number => new string((char)number, number % 60))];

        Assert.All(texts, text => Assert.Equal(text, RecentTexts.Of(text)));
        Assert.All(texts, text => Assert.Equal(text, RecentTexts.Of(text)));
    }
}
