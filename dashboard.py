"""The launcher: what `streamlit run dashboard.py` serves. The dashboard itself is bondgenoten/ui."""

import streamlit as st

from bondgenoten.ui import addresses, middleware, start

app = st.App(
    start.MAIN_SCRIPT,
    lifespan=start.lifespan,
    middleware=middleware.STACK,
    routes=[*middleware.ROUTES, *addresses.ROUTES],
)

if __name__ == "__main__":
    app.run()
