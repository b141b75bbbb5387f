using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Tests.Escaping;

public sealed class SarifUriTests
{
    [Theory]
    [InlineData("docs/back log.md", "docs/back%20log.md")]
    [InlineData("größe/100%#1?.md", "gr%C3%B6%C3%9Fe/100%25%231%3F.md")]
    [InlineData("a:b.md", "a%3Ab.md")]
    [InlineData("/tmp/x y.md", "file:///tmp/x%20y.md")]
    [InlineData("C:/x y.md", "file:///C:/x%20y.md")]
    [InlineData("../x.md", "../x.md")]
    public void A_path_becomes_a_URI_reference(string path, string reference) =>
        Assert.Equal(reference, SarifUri.Of(path));
}
