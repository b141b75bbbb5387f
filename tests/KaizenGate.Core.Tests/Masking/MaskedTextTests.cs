using KaizenGate.Core.Masking;

namespace KaizenGate.Core.Tests.Masking;

public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("token ghp_0123456789abcdefABCDEF0123456789abcd", "token <secret>")]
    [InlineData("--api-key hunter2 x", "--api-key <secret> x")]
    [InlineData("DB_PASSWORD=hunter2", "DB_PASSWORD=<secret>")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer <secret>")]
    [InlineData("mail ada@example.org now", "mail <email> now")]
    [InlineData("https://ada:pw@example.org/x", "<email>")]
    [InlineData("/home/ada/shop/a.cs", "~/shop/a.cs")]
    [InlineData("/Users/ada/shop", "~/shop")]
    [InlineData(@"C:\Users\ada\shop", @"~\shop")]
    [InlineData("/root/.ssh/id", "~/.ssh/id")]
    [InlineData("src/AKIAIOSFODNN7EXAMPLE/a.txt", "src/<secret>/a.txt")]
    [InlineData("a1b2c3d4e5f6a7b8c9d0e1f2", "<secret>")]
    [InlineData("an ordinary text: nothing, in 2026", "an ordinary text: nothing, in 2026")]
    [InlineData(
        "src/KaizenGate.Core/Transcripts/SessionFrictionsTests.cs",
        "src/KaizenGate.Core/Transcripts/SessionFrictionsTests.cs"
    )]
    public void Secrets_addresses_and_home_folders_are_masked(string text, string expected) =>
        Assert.Equal(expected, MaskedText.Of(text));

    [Fact]
    public void The_home_folder_can_be_anywhere() =>
        Assert.Equal("in ~/x", MaskedText.Of("in /srv/people/ada/x", "/srv/people/ada"));
}
