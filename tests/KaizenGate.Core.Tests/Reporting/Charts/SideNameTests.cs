using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Tests.Reporting.Charts;

public sealed class SideNameTests
{
    [Fact]
    public void A_name_is_centred_at_its_line() => Assert.Equal([93.0], Tops(new SideName("", 100, ["mean"])));

    [Fact]
    public void Close_names_do_not_overlap() =>
        Assert.Equal([93.0, 107.0], Tops(new SideName("", 102, ["lower"]), new SideName("", 100, ["upper"])));

    [Fact]
    public void No_name_leaves_the_plot_at_the_bottom() =>
        // 207 is 200 plus half a line at the bottom.
        Assert.Equal([179.0, 193.0], Tops(new SideName("", 199, ["low"]), new SideName("", 200, ["lower"])));

    private static IEnumerable<double> Tops(params SideName[] names) =>
        SideName.Spread(names, 200).Select(one => one.Top);
}
