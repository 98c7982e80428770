"""The main script of the dashboard: its pages and the frame around them. Runs at every change."""

import streamlit as st

from bondgenoten.ui import frame

st.set_page_config(layout="wide", initial_sidebar_state="auto")
frame.navigation().run()
